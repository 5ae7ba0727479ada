using System.Globalization;

namespace Dissemination;

/// <summary>Texts that have blanks.</summary>
internal static class TextFormat
{
    /// <summary>A text with its blanks filled in: <c>{0} nơi</c> and <c>12</c> is <c>12 nơi</c>.</summary>
    /// <param name="text">One of <see cref="Texts"/>, in the reader's language.</param>
    /// <param name="values">What may be large is a <see cref="LocalTime.Number"/>.</param>
    public static string Fill(string text, params object?[] values) => FillIn(CultureInfo.CurrentCulture, text, values);

    /// <summary>The same in another language than the reader's page.</summary>
    public static string FillIn(CultureInfo language, string text, params object?[] values) =>
        string.Format(new NumberedWords(language), text, values);
}
