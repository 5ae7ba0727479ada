using System.Globalization;
using System.Text.Json;
using Dissemination.Content;
using Dissemination.Directory;
using Dissemination.Translation.Checks;
using Dissemination.Translation.Glossary;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace Dissemination.Tests.Translation.Checks;

/// <summary>What holds for any text, however broken.</summary>
[Properties(Arbitrary = [typeof(AnyText)], MaxTest = 300)]
public sealed class FindingProperties
{
    private static readonly Language[] All = [.. Languages.All];

    [Property]
    public void Judging_never_fails_and_points_into_the_text(AnyText source, AnyText target, byte language)
    {
        var (from, to) = (source.Version, target.Version);
        var spoken = All[language % All.Length];
        var findings = Checking.Judge(spoken, from, to, new(spoken.Tag, "rừng", "ꪜꪱ", TermRule.Locked), new(spoken.Tag, "", "a", TermRule.Forbidden));

        Assert.All(findings, finding =>
        {
            Assert.InRange(finding.Offset, 0, to.PartOf(finding).Length);
            Assert.InRange(finding.Length, 0, to.PartOf(finding).Length - finding.Offset);
            Assert.NotEqual(finding.Code, finding.Text(CultureInfo.GetCultureInfo("vi")));
            // Halves of surrogate pairs could not be written.
            Assert.Equal(finding.Arguments, JsonSerializer.Deserialize<string[]>(JsonSerializer.Serialize<string[]>([.. finding.Arguments]))!);
        });
        Assert.Distinct(findings.Select(finding => finding.Key));
    }

    [Property]
    public void Any_string_at_all_is_judged(string? source, string? target, byte language) =>
        Assert.All(
            Checking.Judge(All[language % All.Length], source ?? "", target ?? ""),
            finding => Assert.InRange(finding.Offset + finding.Length, 0, (target ?? "").Length));

    [Property]
    public void The_same_figures_in_any_order_are_no_finding((uint Whole, byte Decimals, bool Percent)[] figures, int seed)
    {
        string[] written = [.. figures.Select(figure => Figure(figure.Whole, figure.Decimals, figure.Percent))];
        string[] shuffled = [.. written];
        new System.Random(seed).Shuffle(shuffled);

        Assert.DoesNotContain(
            Checking.Judge(Checking.TaiDam, $"Số: {string.Join("; ", written)}.", $"ꪎꪷ: {string.Join(" ꪀꪾꪚ ", shuffled)}."),
            finding => finding.Code.StartsWith("Number", StringComparison.Ordinal) || finding.Code.StartsWith("Percent", StringComparison.Ordinal));
    }

    [Property]
    public void A_figure_with_points_between_thousands_is_the_one_without(uint figure) =>
        Assert.DoesNotContain(
            Checking.Judge(Checking.TaiDam, $"Số {figure.ToString("N0", CultureInfo.GetCultureInfo("vi-VN"))}.", $"ꪎꪷ {figure.ToString(CultureInfo.InvariantCulture)}."),
            finding => finding.Code.StartsWith("Number", StringComparison.Ordinal));

    [Property]
    public void A_finding_keeps_its_key_when_its_text_moves(AnyText target, byte language)
    {
        var (spoken, source) = (All[language % All.Length], new VersionText(null, null, "Đến năm 2030 có 40.000 ha mắc ca ở Búng Lao."));
        var (first, moved) = (new VersionText(null, null, target.Text), new VersionText(null, null, "\n\n" + target.Text));

        Assert.Equal(
            Checking.Judge(spoken, source, first).Select(finding => finding.Key).Order(StringComparer.Ordinal),
            Checking.Judge(spoken, source, moved).Select(finding => finding.Key).Order(StringComparer.Ordinal));
    }

    private static string Figure(uint whole, byte decimals, bool percent) =>
        string.Create(CultureInfo.GetCultureInfo("vi-VN"), $"{whole:N0}") + (decimals % 3 == 0 ? $",{decimals}" : "") + (percent ? "%" : "");
}

/// <summary>A text as it might come: words of all our languages, figures, addresses, Markdown, marks, control characters, broken surrogates.</summary>
public sealed record AnyText(string Text)
{
    private static readonly string[] Pieces =
    [
        "đường", "Điện", "Biên", "Nhà", "nào", "cũng", "làm", "rừng", "ꪜꪱ", "ꪎꪱꪒ", "ꪁꪫ꪿ꪱꪣ", "ꪹ", "ꪼꪒ", "ꫀ", "꫁", "\uAAC4", "ꪂꪱ", "Pos tsev zoo", "muôx", "pêz jaol", "CVaM yT", "บ้าน", "ບ້ານ", "村", "а",
        "5.000", "56,42 %", "15/10/2025", "2025–2030", "1.2.3.4", "52.95", "0912 345 678", "+84 9", "0", "1. ", "2) ", "https://a.example/b(c)", "www.x", "a@b.vn", "@", "{ten}", "{",
        "👩‍👩‍👧", "🇻🇳", "𠀀", "𝐁", "\ud83d", "\ude00", "\u0301", "\u0000", "\u000b", "\ufffe", "\ufffd", "\ue000", "\u200b", "\u00a0", "\u202e", "e\u0302\u0323", ".", "!", "?", "…", ":", ",",
        " ", " ", " ", " ", " ", "  ", "\n", "\n\n", "\r", "\t", "**", "# ", "- ", "[x](https://a.example)", "“", "”",
    ];

    internal VersionText Version => Text.Split('|') is [var title, var summary, .. var body] ? new(title, summary, string.Concat(body)) : new(null, null, Text);

    public static Arbitrary<AnyText> Texts() =>
        Gen.Elements<string>([.. Pieces, "|"]).ListOf().Resize(200).Select(pieces => new AnyText(string.Concat(pieces))).ToArbitrary();
}
