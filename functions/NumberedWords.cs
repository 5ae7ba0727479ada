using System.Globalization;

namespace Dissemination;

/// <summary>
/// Words that follow their number in texts with blanks: of <c>{0} {0:item|items}</c> the first stands for 1, the second for any other.
/// Vietnamese has one form for both and needs none of it.
/// </summary>
/// <param name="language">In which the blanks themselves are filled in.</param>
internal sealed class NumberedWords(CultureInfo language) : IFormatProvider, ICustomFormatter
{
    public object? GetFormat(Type? formatType) => formatType == typeof(ICustomFormatter) ? this : language.GetFormat(formatType);

    public string Format(string? format, object? arg, IFormatProvider? formatProvider) => format?.Split('|') is [var one, var others]
        ? Shown(arg, null) is "1" ? one : others
        : Shown(arg, format);

    private string Shown(object? value, string? format) =>
        value is IFormattable formattable ? formattable.ToString(format, language) : value?.ToString() ?? "";
}
