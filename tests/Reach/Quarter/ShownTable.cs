using System.Net;
using System.Text.RegularExpressions;
using Dissemination.Tests.Problems;

namespace Dissemination.Tests.Reach.Quarter;

/// <summary>A table as a page shows it, or a file holds it: its rows as words, figures without the points of thousands.</summary>
internal static partial class ShownTable
{
    private const RegexOptions Quick = RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture;

    /// <summary>The rows of the first table behind a mark.</summary>
    public static List<string> InPage(string html, string mark)
    {
        var from = html.IndexOf(mark, StringComparison.Ordinal);
        Assert.True(from >= 0, $"The page has no {mark}.");
        var end = html.IndexOf("</tbody>", from, StringComparison.Ordinal);
        var none = html.IndexOf($">{Texts.CampaignNoRows}<", from, StringComparison.Ordinal);
        if (end < 0 || (none >= 0 && none < end))
        {
            return [];
        }

        var body = html[html.IndexOf("<tbody>", from, StringComparison.Ordinal)..end];
        return
        [
            .. body.Split("</tr>").SkipLast(1)
                .Select(row => Row(Cell().Matches(row).Select(cell => Words(cell.Groups["cell"].Value)))),
        ];
    }

    /// <summary>The rows of a file, without its heads.</summary>
    public static List<string> InCsv(string csv)
    {
        List<string> rows = [];
        List<string> row = [];
        var (field, isQuoted) = ("", false);
        for (var at = 0; at < csv.Length; at++)
        {
            switch (csv[at])
            {
                case '"' when isQuoted && at + 1 < csv.Length && csv[at + 1] == '"':
                    field += csv[at++];
                    break;
                case '"':
                    isQuoted = !isQuoted;
                    break;
                case ',' when !isQuoted:
                    row.Add(field);
                    field = "";
                    break;
                case '\n' when !isQuoted:
                    row.Add(field.TrimEnd('\r'));
                    rows.Add(Row(row));
                    (field, row) = ("", []);
                    break;
                case var letter:
                    field += letter;
                    break;
            }
        }

        return [.. rows.Skip(1)];
    }

    /// <summary>The rows of each sheet of an Excel file, without their heads.</summary>
    public static List<List<string>> InExcel(byte[] file) =>
    [
        .. ReadBook.Of(file).Sheets.Select(sheet => sheet.Rows.Skip(1)
            .Select(row => Row(row.Concat(Enumerable.Repeat("", Math.Max(0, sheet.Rows[0].Length - row.Length)))))
            .ToList()),
    ];

    /// <summary>A row that is expected.</summary>
    public static string Row(IEnumerable<string> cells) =>
        string.Join(" | ", cells.Select(Plain));

    private static string Plain(string cell) =>
        Thousands().Replace(Since().Replace(Spaces().Replace(cell, " ").Trim(), "${at}"), "${before}");

    /// <summary>What stands above the first table of a page.</summary>
    public static string Caption(string html)
    {
        var from = html.IndexOf("<caption>", StringComparison.Ordinal);
        return html[from..html.IndexOf("</caption>", from, StringComparison.Ordinal)];
    }

    /// <summary>What the page of an item's report says once that nobody told; nothing where it says none.</summary>
    public static IEnumerable<string> NeverMeasured(string html) => Never().Matches(html).Select(said => Words(said.Groups["names"].Value));

    /// <summary>The words of a piece of a page.</summary>
    public static string Words(string html) => Spaces().Replace(WebUtility.HtmlDecode(Tag().Replace(html, "")), " ").Trim();

    [GeneratedRegex("<t[dh][^>]*>(?<cell>.*?)</t[dh]>", Quick | RegexOptions.Singleline)]
    private static partial Regex Cell();

    [GeneratedRegex("<[^>]+>", Quick)]
    private static partial Regex Tag();

    [GeneratedRegex("<p class=\"wide\">(?<names>[^<]*): [^<]*</p>", Quick)]
    private static partial Regex Never();

    [GeneratedRegex("\\s+", Quick)]
    private static partial Regex Spaces();

    /// <summary>People are told how long something waits and since when, files since when alone.</summary>
    [GeneratedRegex(@"^\d+ (phút|giờ|ngày) \(từ (?<at>\d\d/\d\d/\d{4} \d\d:\d\d)\)$", Quick)]
    private static partial Regex Since();

    [GeneratedRegex(@"(?<before>\d)\.(?=\d{3}(\D|$))", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 60_000)]
    private static partial Regex Thousands();
}
