using System.Globalization;
using Dissemination.Content;
using Dissemination.Problems;
using Dissemination.Tests.Flow;
using Dissemination.Translation.Checks;
using Dissemination.Translation.Segments;

namespace Dissemination.Tests.Translation.Checks;

/// <summary>Translations with the limits of the real channels and the layout of the real cards.</summary>
public sealed class TextFitTests(Rooms rooms) : IClassFixture<Rooms>
{
    private const string Word = "ꪋꪴ ꪹꪭꪙ ꪹꪥꪸꪒ. ";

    [Fact]
    public void A_short_text_fits_everywhere() => Assert.Empty(Find(Source("Giữ rừng."), "ꪭꪰꪀ ꪜꪱ."));

    [Fact]
    public void What_a_caption_cuts_is_told_with_its_numbers()
    {
        var finding = Assert.Single(Find(Source("Giữ rừng."), Long(1200)), finding => finding.Code == nameof(ProblemTexts.ChannelCutsText));

        Assert.Equal((Severity.Warning, "Telegram"), (finding.Severity, finding.Arguments[0]));
        Assert.InRange(int.Parse(finding.Arguments[1], CultureInfo.InvariantCulture), 1200, 1500);
        Assert.InRange(int.Parse(finding.Arguments[2], CultureInfo.InvariantCulture), 900, 1024);
    }

    [Fact]
    public void A_text_too_long_for_two_channels_is_told_for_each() =>
        Assert.Equal(
            ["Telegram", "Zalo"],
            Find(Source("Giữ rừng."), Long(3000)).Where(finding => finding.Code == nameof(ProblemTexts.ChannelCutsText))
                .Select(finding => finding.Arguments[0]).Order(StringComparer.Ordinal));

    [Fact]
    public void Where_the_original_is_too_long_itself_nothing_is_told() =>
        Assert.Empty(Find(Source(string.Concat(Enumerable.Repeat("Nhà nào cũng làm. ", 300))), Long(3000)));

    [Fact]
    public void What_must_not_be_cut_is_not_sent_and_that_is_told() =>
        Assert.Contains(
            Find(Source("Giữ rừng.") with { Overflow = Overflow.Refuse }, Long(3000)),
            finding => finding.Code == nameof(ProblemTexts.ChannelRefusesText) && finding.Arguments[0] == "Zalo");

    [Fact]
    public void What_may_be_split_is_split_and_nothing_is_told() =>
        Assert.DoesNotContain(
            Find(Source("Giữ rừng.") with { Overflow = Overflow.Split }, Long(3000)),
            finding => finding.Code == nameof(ProblemTexts.ChannelCutsText));

    [Fact]
    public void Words_for_which_the_card_has_no_room_are_counted()
    {
        var finding = Assert.Single(Find(Source("Giữ rừng."), Long(1800)), finding => finding.Code == nameof(ProblemTexts.CardCutsText));

        Assert.Equal(Severity.Warning, finding.Severity);
        Assert.InRange(int.Parse(finding.Arguments[0], CultureInfo.InvariantCulture), 10, 400);
    }

    [Fact]
    public void A_character_that_the_font_of_the_card_has_not_is_pointed_at()
    {
        var finding = Assert.Single(Find(Source("Giữ rừng."), "ꪭꪰꪀ ꪜꪱ 村."));

        Assert.Equal(
            (nameof(ProblemTexts.GlyphMissing), Severity.Error, TextPart.Body, 7),
            (finding.Code, finding.Severity, finding.Part, finding.Offset));
    }

    [Fact]
    public void A_slogan_that_does_not_fit_its_card_does_not_go_out() =>
        Assert.Contains(
            Find(Source("Giữ rừng.") with { Kind = ItemKind.Slogan }, Long(2000)),
            finding => finding is { Code: nameof(ProblemTexts.CardTextTooLong), Severity: Severity.Error });

    [Fact]
    public void An_article_in_Latin_letters_has_no_card_and_the_room_of_a_message() =>
        Assert.Empty(Fit.Find(Checking.Rpa, Source("Giữ rừng."), new(null, null, string.Concat(Enumerable.Repeat("Txhua tsev. ", 130)))));

    [Fact]
    public void The_longest_text_is_rendered_in_no_time()
    {
        var cost = ProcessorTime.Of(() => Find(Source("Giữ rừng."), Long(Limits.TextCharacters)));
        Assert.InRange(cost, TimeSpan.Zero, TimeSpan.FromSeconds(30));
    }

    private TextFit Fit => rooms.Get<TextFit>();

    private IReadOnlyList<Finding> Find(ItemContent content, string target) =>
        [.. Fit.Find(Checking.TaiDam, content, new(null, null, target))];

    private static ItemContent Source(string body) => Checking.Original(new(null, null, body));

    private static string Long(int length) => string.Concat(Enumerable.Repeat(Word, length / Word.Length)).Trim();
}
