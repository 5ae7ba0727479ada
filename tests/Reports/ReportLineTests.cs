using System.Collections.Immutable;
using Dissemination.Deliveries;
using Dissemination.Directory;
using Dissemination.Reach;
using Dissemination.Reports;
using Dissemination.Translation;

namespace Dissemination.Tests.Reports;

public sealed class ReportLineTests
{
    private static readonly DateTimeOffset At = new(2026, 11, 23, 1, 0, 0, TimeSpan.Zero);

    private static readonly LanguageTag Thai = new("blt-Tavt");

    private static readonly Commune BungLao = new(new("bung-lao"), "Búng Lao", CommuneKind.Commune, [Thai], ReleasePolicy.Automatic);

    [Theory]
    [InlineData("vi", null, "", ReportLineStatus.NotYet)]
    [InlineData("blt-Tavt", TranslationState.Approved, "", ReportLineStatus.NotYet)]
    [InlineData("blt-Tavt", null, "", ReportLineStatus.WaitsForTranslation)]
    [InlineData("blt-Tavt", TranslationState.InReview, "", ReportLineStatus.WaitsForTranslation)]
    [InlineData("vi", null, "Due Held", ReportLineStatus.UnderWay)]
    [InlineData("vi", null, "Sending Retrying Withdrawn", ReportLineStatus.UnderWay)]
    [InlineData("vi", null, "Delivered Delivered", ReportLineStatus.Delivered)]
    [InlineData("vi", null, "Delivered Due", ReportLineStatus.PartlyDelivered)]
    [InlineData("vi", null, "Delivered Failed", ReportLineStatus.PartlyDelivered)]
    [InlineData("vi", null, "Failed Due", ReportLineStatus.Troubled)]
    [InlineData("vi", null, "Uncertain", ReportLineStatus.Troubled)]
    [InlineData("vi", null, "Withdrawn Replaced", ReportLineStatus.Withdrawn)]
    internal void How_far_a_language_is_in_a_commune_follows_from_its_deliveries(
        string language, TranslationState? translation, string states, ReportLineStatus expected) =>
        Assert.Equal(expected, Line(new(language), translation, Deliveries(new(language), states)).Status);

    [Fact]
    public void Deliveries_are_counted_by_what_became_of_them()
    {
        var line = Line(LanguageTag.Vietnamese, null, Deliveries(LanguageTag.Vietnamese, "Delivered Delivered Failed Uncertain Due"));

        Assert.Equal((5, 2, 2), (line.Deliveries, line.Delivered, line.Troubled));
        Assert.Equal(At, line.FirstDelivered);
    }

    [Fact]
    public void A_hand_task_that_is_due_is_one_that_nobody_has_confirmed()
    {
        var byHand = Deliveries(LanguageTag.Vietnamese, "Due Delivered").Select(delivery => delivery with { Channel = ChannelKind.Loudspeaker });

        Assert.Equal(1, Line(LanguageTag.Vietnamese, null, [.. byHand]).HandTasksOpen);
    }

    [Fact]
    public void What_was_not_measured_is_no_zero_and_audiences_that_overlap_are_never_added()
    {
        var deliveries = Deliveries(LanguageTag.Vietnamese, "Delivered Delivered Delivered");
        var line = Line(
            LanguageTag.Vietnamese,
            null,
            deliveries,
            new(deliveries[0].Id, At, LinkOpens: 3, Audience: 100, Attendance: null),
            new(deliveries[1].Id, At.AddHours(1), LinkOpens: 4, Audience: 300, Attendance: null));

        Assert.Equal((7L, null), (line.LinkOpens, line.Attendance));
        Assert.InRange(line.MedianAudience!.Value, 100, 300);
        Assert.Equal(At.AddHours(1), line.MeasuredAt);
        Assert.Null(Line(LanguageTag.Vietnamese, null, deliveries).LinkOpens);
    }

    [Fact]
    public void A_post_whose_words_were_corrected_counts_once_and_keeps_what_was_measured_before()
    {
        var post = Deliveries(Thai, "Replaced")[0];
        var correction = post with { Id = post.Id with { Edition = 2 }, State = DeliveryState.Delivered, EndedAt = At };

        var line = Line(
            Thai,
            TranslationState.Approved,
            [post, correction],
            new(post.Id, At, LinkOpens: 3, Audience: 100, Attendance: null),
            new(correction.Id, At, LinkOpens: 4, Audience: 100, Attendance: null));

        Assert.Equal((1, 1, ReportLineStatus.Delivered, 7L), (line.Deliveries, line.Delivered, line.Status, line.LinkOpens!.Value));
    }

    [Fact]
    public void A_correction_that_nobody_measured_yet_keeps_the_audience_of_what_it_corrects()
    {
        var post = Deliveries(Thai, "Replaced")[0];
        var correction = post with { Id = post.Id with { Edition = 2 }, State = DeliveryState.Due };

        var line = Line(
            Thai, TranslationState.Approved, [post, correction], new ReachSample(post.Id, At, LinkOpens: null, Audience: 100, Attendance: null));

        Assert.Equal((100L, At), (line.MedianAudience, line.MeasuredAt));
    }

    [Fact]
    public void What_was_looked_at_and_said_nothing_was_not_measured()
    {
        var deliveries = Deliveries(Thai, "Delivered Delivered");
        var silent = new ReachSample(deliveries[0].Id, At, LinkOpens: null, Audience: null, Attendance: null);

        var line = Line(Thai, TranslationState.Approved, deliveries, silent);

        Assert.Null(line.MeasuredAt);
    }

    private static ReportLine Line(
        LanguageTag language, TranslationState? translation, ImmutableArray<Delivery> deliveries, params ReachSample[] samples) =>
        ReportLine.Of(
            BungLao,
            language,
            translation,
            [.. deliveries.GroupBy(delivery => delivery.Id.Destination).Select(place => place.ToImmutableArray())],
            samples.ToDictionary(sample => sample.Delivery));

    private static ImmutableArray<Delivery> Deliveries(LanguageTag language, string states) =>
    [
        .. states.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select((state, place) => new Delivery
        {
            Id = new(new(new("mac-ca"), 1, language), new(BungLao.Id, $"noi-{place}")),
            Channel = ChannelKind.Telegram,
            Lane = "telegram_tinh",
            State = Enum.Parse<DeliveryState>(state),
            PlannedAt = At,
            EndedAt = state is "Delivered" ? At.AddMinutes(place) : null,
            Link = "abcdefgh",
        }),
    ];
}
