using System.Globalization;

namespace Dissemination.Web.Pages.Frame;

/// <summary>Why somebody gives something back: what was tapped, and what was added to it.</summary>
internal static class GivenReason
{
    /// <summary>Who reads it is not who wrote it, so what was tapped is told in Vietnamese.</summary>
    private static readonly CultureInfo Vietnamese = CultureInfo.GetCultureInfo("vi");

    /// <returns>Null or blank where nothing was given.</returns>
    public static string? Of<T>(T? cause, string? note)
        where T : struct, Enum =>
        cause is not { } tapped ? note
        : string.IsNullOrWhiteSpace(note) ? WordsOf(tapped)
        : $"{WordsOf(tapped)}: {note.Trim()}";

    private static string WordsOf<T>(T cause)
        where T : struct, Enum =>
        Texts.ResourceManager.GetString(string.Concat(typeof(T).Name, "_", cause.ToString()), Vietnamese) ?? cause.ToString();
}
