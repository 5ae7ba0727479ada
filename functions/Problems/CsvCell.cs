namespace Dissemination.Problems;

/// <summary>
/// A cell of a table on its way to a spreadsheet, which takes what begins with such a sign for a formula and runs it, whoever wrote it. An
/// apostrophe before it, which spreadsheets themselves use for that, makes it words.
/// </summary>
internal static class CsvCell
{
    /// <summary>As they are typed, and as wide as the letters of Chinese: those are run too.</summary>
    private const string Signs = "=+-@\t\r\n＝＋－＠";

    private const char Apostrophe = '\'';

    public static string Write(string text) => IsFormula(text) ? Apostrophe + text : text;

    /// <summary>The words that were written so. What people wrote keeps its apostrophe, unless it stands before a formula.</summary>
    public static string Read(string text) => text is [Apostrophe, ..] && IsFormula(text) ? text[1..] : text;

    /// <summary>Whether a spreadsheet would run it, were it typed into a cell.</summary>
    public static bool IsFormula(string text)
    {
        foreach (var letter in text)
        {
            if (Signs.Contains(letter, StringComparison.Ordinal))
            {
                return true;
            }

            // One that has an apostrophe already gets another, so that reading takes away the right one.
            if (letter != Apostrophe && !char.IsWhiteSpace(letter) && !Invisible.Is(letter))
            {
                return false;
            }
        }

        return false;
    }
}
