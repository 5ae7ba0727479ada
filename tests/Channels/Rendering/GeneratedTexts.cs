using System.Globalization;
using FsCheck;
using FsCheck.Fluent;

namespace Dissemination.Tests.Channels.Rendering;

public static class GeneratedTexts
{
    private static readonly string[] Pieces =
    [
        "đường",
        "tuyên truyền",
        "e\u0302\u0323",
        "ꪎꪱꪒ",
        "ꪁꪫ꪿ꪱꪣ",
        "Pos tsev",
        "👩‍👩‍👧",
        "🇻🇳",
        "𠀀",
        "\ud83d",
        "\u0301",
        "\u0000",
        "\u000b",
        "\ufffe",
        "&amp;",
        "&nbsp;",
        " ",
        " ",
        " ",
        " ",
        "\n",
        "\n\n",
        "\n\n",
        "**",
        "*",
        "_",
        "`",
        "# ",
        "- ",
        "1. ",
        "> ",
        "[x](https://a.example)",
        "[y](mailto:a@b.vn)",
        "![z](z.png)",
        "<b>",
        "```\n",
        "\\",
        "\t",
        "---\n",
    ];

    public static Arbitrary<Body> Bodies() =>
        Gen.Elements(Pieces).ListOf().Resize(600).Select(pieces => new Body(string.Concat(pieces))).ToArbitrary();

    /// <summary>Where a text may be cut: between two characters as people see them.</summary>
    public static IReadOnlySet<int> Boundaries(string text) => StringInfo.ParseCombiningCharacters(text).Append(text.Length).ToHashSet();
}
