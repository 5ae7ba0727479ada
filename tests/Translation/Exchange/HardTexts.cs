namespace Dissemination.Tests.Translation.Exchange;

/// <summary>Texts made of what files and tools get wrong.</summary>
internal static class HardTexts
{
    private static readonly string[] Pieces =
    [
        "Bà con trồng mắc ca",
        " ",
        "  ",
        "\n",
        "\r",
        "\r\n",
        "\t",
        "<b>",
        "&amp;",
        "]]>",
        "\"'",
        "\u0000",
        "\u0001",
        "\u000B",
        "\u001F",
        "\u007F",
        "\u0085",
        "\u00A0",
        "\u200B",
        "\u2028",
        "\uFEFF",
        "\uFFFE",
        "\uFFFF",
        "\uD800",
        "\uDC00",
        "😀",
        "ꪼꪕꪒꪾ",
        "ꪹꪜꪸꪙ",
        "Lul Hmôngz",
        "e\u0302\u0301",
        "ế",
        "<!-- -->",
        "<?x?>",
        "&#0;",
        "**5.000 ha**",
        "%s {0}",
        "[trang này](https://dienbien.gov.vn/a_(b))",
        "![",
        "](x)",
        "*",
        "_a_",
        "`mã`",
        "<a href=\"x\">",
        "https://a.vn/\u0001",
    ];

    /// <summary>Any text: pieces by number, and between them what was made at random.</summary>
    public static string Of(int[] shape, string? random) =>
        string.Concat(shape.Select(number => Pieces[(int)((uint)number % (uint)Pieces.Length)])) + random;
}
