using System.Text;
using System.Text.RegularExpressions;

namespace Dissemination.Intake.Documents;

/// <summary>A field of Word that is being read: its code is not shown, its last result is.</summary>
internal sealed partial class WordField
{
    private readonly StringBuilder _code = new();

    /// <summary>Whether what follows is its result.</summary>
    public bool IsResult { get; set; }

    public void Add(string code) => _code.Append(code);

    public bool IsLink => _code.ToString().TrimStart().StartsWith("HYPERLINK", StringComparison.OrdinalIgnoreCase);

    public string? Link => IsLink && Address().Match(_code.ToString()) is { Success: true } match
        ? WordContext.WithAnchor(match.Groups["address"].Value, Anchor().Match(_code.ToString()).Groups["anchor"].Value)
        : null;

    [GeneratedRegex(
        @"HYPERLINK\s+""(?<address>[^""]+)""",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Address();

    [GeneratedRegex(
        @"\\l\s+""(?<anchor>[^""]+)""",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Anchor();
}
