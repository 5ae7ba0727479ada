using Dissemination.Content;
using FsCheck;
using FsCheck.Fluent;

namespace Dissemination.Tests.Translation.Checks;

/// <summary>
/// A text as it might come: words of all our languages, figures, addresses, Markdown, marks, control characters, broken surrogates.
/// </summary>
public sealed record AnyText(string Text)
{
    private static readonly string[] Pieces =
    [
        "đường",
        "Điện",
        "Biên",
        "Nhà",
        "nào",
        "cũng",
        "làm",
        "rừng",
        "ꪜꪱ",
        "ꪎꪱꪒ",
        "ꪁꪫ꪿ꪱꪣ",
        "ꪹ",
        "ꪼꪒ",
        "ꫀ",
        "꫁",
        "\uAAC4",
        "ꪂꪱ",
        "Pos tsev zoo",
        "muôx",
        "pêz jaol",
        "CVaM yT",
        "บ้าน",
        "ບ້ານ",
        "村",
        "а",
        "5.000",
        "56,42 %",
        "15/10/2025",
        "2025–2030",
        "1.2.3.4",
        "52.95",
        "0912 345 678",
        "+84 9",
        "0",
        "1. ",
        "2) ",
        "https://a.example/b(c)",
        "www.x",
        "a@b.vn",
        "@",
        "{ten}",
        "{",
        "👩‍👩‍👧",
        "🇻🇳",
        "𠀀",
        "𝐁",
        "\ud83d",
        "\ude00",
        "\u0301",
        "\u0000",
        "\u000b",
        "\ufffe",
        "\ufffd",
        "\ue000",
        "\u200b",
        "\u00a0",
        "\u202e",
        "e\u0302\u0323",
        ".",
        "!",
        "?",
        "…",
        ":",
        ",",
        " ", " ", " ", " ", " ", "  ", "\n", "\n\n", "\r", "\t", "**", "# ", "- ", "[x](https://a.example)", "“", "”",
    ];

    internal VersionText Version =>
        Text.Split('|') is [var title, var summary, .. var body] ? new(title, summary, string.Concat(body)) : new(null, null, Text);

    public static Arbitrary<AnyText> Texts() =>
        Gen.Elements<string>([.. Pieces, "|"]).ListOf().Resize(200).Select(pieces => new AnyText(string.Concat(pieces))).ToArbitrary();
}
