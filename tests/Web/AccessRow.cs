namespace Dissemination.Tests.Web;

/// <summary>A line of the table of docs/access.md: one way in, and for whom it is open.</summary>
/// <param name="Open">In the order of <see cref="AccessTests.Readers"/>.</param>
internal sealed record AccessRow(HttpMethod Method, string Pattern, IReadOnlyList<bool> Open)
{
    public static string Page { get; } = Path.Combine(RepositoryFiles.Root, "docs", "access.md");

    public bool IsApi => Pattern.StartsWith("/api/", StringComparison.Ordinal);

    /// <summary>Whether somebody who is signed in is shown to the door.</summary>
    public bool IsClosedToSome => Open.Skip(1).Contains(false);

    /// <summary>The whole table.</summary>
    public static IReadOnlyList<AccessRow> ReadAll() =>
    [
        .. from line in File.ReadLines(Page)
           where line.Contains(" `/", StringComparison.Ordinal)
           let cells = line.Split('|', StringSplitOptions.TrimEntries)[1..^1]
           let way = cells[0].Split(' ')
           select new AccessRow(new(way[0]), way[1].Trim('`'), [.. cells[1..].Select(cell => cell == "✓")]),
    ];

    /// <summary>Whether it is open to somebody who stands for a column.</summary>
    public bool IsOpenTo(string person) => Open[Array.FindIndex(AccessTests.Readers, reader => reader.Person == person)];

    public override string ToString() => $"{Method} {Pattern}";
}
