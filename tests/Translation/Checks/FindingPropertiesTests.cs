using System.Globalization;
using System.Text.Json;
using Dissemination.Content;
using Dissemination.Directory;
using Dissemination.Translation.Glossary;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace Dissemination.Tests.Translation.Checks;

/// <summary>What holds for any text, however broken.</summary>
[Properties(Arbitrary = [typeof(AnyText)], MaxTest = 300)]
public sealed class FindingPropertiesTests
{
    private static readonly Language[] All = [.. Languages.All];

    [Property]
    public void Judging_never_fails_and_points_into_the_text(AnyText source, AnyText target, byte language)
    {
        var (from, to) = (source.Version, target.Version);
        var spoken = All[language % All.Length];
        var findings = Checking.Find(
            spoken, from, to, new(spoken.Tag, "rừng", "ꪜꪱ", TermRule.Locked), new(spoken.Tag, "", "a", TermRule.Forbidden));

        Assert.All(findings, finding =>
        {
            Assert.InRange(finding.Offset, 0, to.PartOf(finding).Length);
            Assert.InRange(finding.Length, 0, to.PartOf(finding).Length - finding.Offset);
            Assert.NotEqual(finding.Code, finding.Text(CultureInfo.GetCultureInfo("vi")));
            // Halves of surrogate pairs could not be written.
            Assert.Equal(
                finding.Arguments, JsonSerializer.Deserialize<string[]>(JsonSerializer.Serialize<string[]>([.. finding.Arguments]))!);
        });
        Assert.Distinct(findings.Select(finding => finding.Key));
    }

    [Property]
    public void Any_string_at_all_is_judged(string? source, string? target, byte language) =>
        Assert.All(
            Checking.Find(All[language % All.Length], source ?? "", target ?? ""),
            finding => Assert.InRange(finding.Offset + finding.Length, 0, (target ?? "").Length));

    [Property]
    public void The_same_figures_in_any_order_are_no_finding((DoNotSize<uint> Whole, byte Decimals, bool Percent)[] figures, int seed)
    {
        string[] written = [.. figures.Select(figure => Figure(figure.Whole.Item, figure.Decimals, figure.Percent))];
        string[] shuffled = [.. written];
        new System.Random(seed).Shuffle(shuffled);

        Assert.DoesNotContain(
            Checking.Find(Checking.TaiDam, $"Số: {string.Join("; ", written)}.", $"ꪎꪷ: {string.Join(" ꪀꪾꪚ ", shuffled)}."),
            finding => finding.Code.StartsWith("Number", StringComparison.Ordinal)
                || finding.Code.StartsWith("Percent", StringComparison.Ordinal));
    }

    [Property]
    public void A_figure_with_points_between_thousands_is_the_one_without(DoNotSize<uint> figure) =>
        Assert.DoesNotContain(
            Checking.Find(
                Checking.TaiDam,
                $"Số {figure.Item.ToString("N0", CultureInfo.GetCultureInfo("vi-VN"))}.",
                $"ꪎꪷ {figure.Item.ToString(CultureInfo.InvariantCulture)}."),
            finding => finding.Code.StartsWith("Number", StringComparison.Ordinal));

    [Property]
    public void A_finding_keeps_its_key_when_its_text_moves(AnyText target, byte language)
    {
        var (spoken, source) = (All[language % All.Length], new VersionText(null, null, "Đến năm 2030 có 40.000 ha mắc ca ở Búng Lao."));
        var (first, moved) = (new VersionText(null, null, target.Text), new VersionText(null, null, "\n\n" + target.Text));

        Assert.Equal(
            Checking.Find(spoken, source, first).Select(finding => finding.Key).Order(StringComparer.Ordinal),
            Checking.Find(spoken, source, moved).Select(finding => finding.Key).Order(StringComparer.Ordinal));
    }

    private static string Figure(uint whole, byte decimals, bool percent) =>
        string.Create(
            CultureInfo.GetCultureInfo("vi-VN"), $"{whole:N0}") + (decimals % 3 == 0 ? $",{decimals}" : "") + (percent ? "%" : "");
}
