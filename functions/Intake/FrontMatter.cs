using Dissemination.Problems;

namespace Dissemination.Intake;

/// <summary>A Markdown file with named values before it.</summary>
/// <param name="BodyLine">The line on which the Markdown begins.</param>
internal sealed record FrontMatter(GroupField Fields, string Body, int BodyLine)
{
    private const string Fence = "---";

    public static FrontMatter? Read(string file, ReadOnlySpan<byte> bytes, List<Problem> problems)
    {
        var text = TextFile.Read(file, bytes);
        problems.AddRange(text.Problems);
        if (!text.IsValid)
        {
            return null;
        }

        var lines = text.Value.Split('\n');
        if (!IsFence(lines[0]))
        {
            problems.Add(new(nameof(ProblemTexts.FrontMatterMissing), new(file, 1)));
            return null;
        }

        var end = Array.FindIndex(lines, 1, IsFence);
        if (end < 0)
        {
            problems.Add(new(nameof(ProblemTexts.FrontMatterNotClosed), new(file, 1)));
            return null;
        }

        if (YamlText.Read(file, string.Join('\n', lines[1..end]), firstLine: 2, problems) is not { } fields)
        {
            return null;
        }

        var body = end + 1;
        while (body < lines.Length && string.IsNullOrWhiteSpace(lines[body]))
        {
            body++;
        }

        // Where there is no text, it is missed below the fence.
        return new(fields, string.Join('\n', lines[body..]).TrimEnd(), body < lines.Length ? body + 1 : end + 1);
    }

    /// <summary>Whether a text begins with it; a longer line of strokes is drawn by people, and no fence.</summary>
    public static bool Begins(string text) => IsFence(text.Split('\n', 2)[0]);

    private static bool IsFence(string line) => line.StartsWith(Fence, StringComparison.Ordinal) && Invisible.Trim(line) == Fence;
}
