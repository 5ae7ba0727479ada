using System.Collections.Immutable;
using System.Globalization;
using Azure.Data.Tables;
using Dissemination.Channels;
using Dissemination.Content;
using Dissemination.Deliveries;
using Dissemination.Directory;
using Dissemination.Problems;
using Dissemination.Reach;
using Dissemination.Reach.Meetings;
using Dissemination.Reach.Summary;
using Dissemination.Storage;
using Dissemination.Tests.Runs;

namespace Dissemination.Benchmarks.Campaign;

/// <summary>
/// What became of some months of the mission’s items, made up from a seed: 45 communes, Vietnamese everywhere, Thái and Mông in two of three,
/// some 470 places an item, most of them measured.
/// </summary>
internal sealed class CampaignWorld(int items, DateTimeOffset now)
{
    /// <summary>The items of a month.</summary>
    private const int Month = 450;

    /// <summary>The items that one transaction takes: two rows each.</summary>
    private const int AtOnce = 40;

    private static readonly LanguageTag[] Languages = [LanguageTag.Vietnamese, new("blt-Tavt"), new("hmn-Latn-x-chv")];

    private static readonly ChannelKind[] Channels =
        [ChannelKind.Telegram, ChannelKind.Facebook, ChannelKind.Zalo, ChannelKind.Website, ChannelKind.VillageGroup];

    /// <summary>Where a translation goes.</summary>
    private static readonly ChannelKind[] Translated = [ChannelKind.Telegram, ChannelKind.Facebook, ChannelKind.Website];

    private readonly Random _random = new(470);

    public static ImmutableArray<Topic> Topics { get; } =
        [.. Enumerable.Range(0, 35).Select(number => new Topic(TopicOf(number), TopicKind.Target, $"Mục tiêu {number} (mẫu)", null))];

    public static string ItemOf(int number) => string.Create(CultureInfo.InvariantCulture, $"bai-{number:D5}");

    public static string TopicOf(int number) => string.Create(CultureInfo.InvariantCulture, $"muc-tieu-{number}");

    /// <summary>
    /// Writes all of it, as it stands once the program has written it item by item; many at once, because nobody reads meanwhile.
    /// </summary>
    /// <returns>Of how many deliveries it is.</returns>
    public async Task<int> WriteAsync(Store store)
    {
        var resolution = new Resolution("nghi-quyet-mau", "Nghị quyết (mẫu)", new(2025, 10, 16), 22, 10, 3, Topics);
        await CommitAsync(
            new Transaction(Keys.Editorial).Put(Keys.Resolution("nghi-quyet-mau"), resolution, ContentJson.Default.Resolution),
            store.Editorial);
        var deliveries = 0;
        foreach (var some in Enumerable.Range(0, items).Chunk(AtOnce))
        {
            var transaction = new Transaction(KeysOfReach.Summaries);
            foreach (var item in some)
            {
                var summary = SummaryOf(item);
                deliveries += summary.Languages.SelectMany(language => language.Cells).Sum(cell => cell.Expected);
                transaction
                    .Insert(KeysOfReach.Summary(item + 1), summary, ReachJson.Default.ItemSummary)
                    .Insert(KeysOfReach.SummaryOf(summary.Item.Value), new(item + 1), ReachJson.Default.SummaryPlace);
            }

            await CommitAsync(transaction, store.Reach);
        }

        await CommitAsync(
            new Transaction(KeysOfReach.Summaries).Insert(KeysOfReach.SummaryHead, new(items + 1), ReachJson.Default.SummaryHead),
            store.Reach);
        await WriteMeetingsAsync(store);
        return deliveries;
    }

    /// <summary>What was told of meetings and opinions on each day of those months, the sums that the page adds up.</summary>
    private async Task WriteMeetingsAsync(Store store)
    {
        var (first, last) = (LocalTime.DayOf(ApprovalOf(0)), LocalTime.DayOf(now));
        foreach (var some in Enumerable.Range(0, last.DayNumber - first.DayNumber + 1).Chunk(AtOnce))
        {
            var transaction = new Transaction(KeysOfMeetings.Told);
            foreach (var day in some.Select(first.AddDays))
            {
                transaction.Insert(KeysOfMeetings.ToldDay(day), DayOf(day), MeetingsJson.Default.DayTally);
            }

            await CommitAsync(transaction, store.Meetings);
        }
    }

    private DayTally DayOf(DateOnly day) => new(
        day,
        [
            .. MissionPlan.CommuneIds.Order(StringComparer.Ordinal)
                .Where(_ => _random.Next(3) > 0)
                .Select(commune => new CommuneTally(new(commune))
                {
                    Kinds = [new(MeetingKind.VillageMeeting, MeetingMode.InPerson, 1, 1, _random.Next(20, 200))],
                    Opinions = new(1, _random.Next(40), 1, _random.Next(30)),
                }),
        ]);

    private static async Task CommitAsync(Transaction transaction, TableClient table)
    {
        if (!await transaction.CommitAsync(table, CancellationToken.None))
        {
            throw new InvalidOperationException($"The table {table.Name} is not empty.");
        }
    }

    /// <summary>One after another, the last one now.</summary>
    private DateTimeOffset ApprovalOf(int number) => now.AddMinutes(-(items - number) * (30.0 * 24 * 60 / Month));

    private ItemSummary SummaryOf(int number)
    {
        var approvedAt = ApprovalOf(number);
        return new(
            new(ItemOf(number)),
            $"Tin số {number} về trồng mắc ca và cà phê của xã",
            ItemKind.Article,
            1,
            approvedAt,
            approvedAt,
            [TopicOf(_random.Next(34)), TopicOf(_random.Next(34))],
            [.. Languages.Select((language, place) => LanguageOf(language, place, approvedAt))],
            new(0, 0, 0, 0),
            approvedAt.AddDays(1))
        {
            Resolution = "nghi-quyet-mau",
            Sample = true,
        };
    }

    private LanguageSummary LanguageOf(LanguageTag language, int place, DateTimeOffset approvedAt)
    {
        var wait = place > 0 && _random.Next(10) == 0
            ? new Wait(CampaignStage.Translation, WaitsOn.Translators, approvedAt)
            : null;
        return new(
            language,
            [
                .. MissionPlan.CommuneIds.Where((_, commune) => place == 0 || (commune + place) % 3 != 0)
                    .Select(commune => CellOf(new(commune), place == 0 ? Channels : Translated, wait, approvedAt)),
            ],
            wait);
    }

    private CellSummary CellOf(CommuneId commune, ChannelKind[] channels, Wait? wait, DateTimeOffset approvedAt)
    {
        var fails = wait is null && _random.Next(100) == 0;
        var figures = channels.Select(channel => FiguresOf(channel, commune.Value == MissionPlan.Ward, wait is not null, fails)).ToList();
        var day = LocalTime.DayOf(approvedAt);
        return new(commune, [.. figures])
        {
            Wait = fails ? new(CampaignStage.Failed, WaitsOn.Staff, approvedAt, Reason: Reason) : null,
            Days =
            [
                .. figures.Where(each => each.Done > 0).Select(each => new DayCount(each.Channel, day, each.Done, 0)),
                .. figures.Where(each => each.Opens > 0).Select(each => new DayCount(each.Channel, day.AddDays(1), 0, each.Opens!.Value)),
            ],
            Measures = [.. figures.SelectMany(each => Enumerable.Range(0, each.Done).SelectMany(_ => MeasuresOf(each)))],
            Failures = fails ? [new(ChannelKind.Facebook, FailureClass.Credential, Reason, 1)] : [],
        };
    }

    private static Problem Reason { get; } = new(nameof(ProblemTexts.CredentialRefused), null, "Facebook", "facebook_00");

    /// <summary>One place of a channel in a commune, and dozens in the ward: with the languages some 470 an item.</summary>
    private ChannelFigures FiguresOf(ChannelKind channel, bool isWard, bool waits, bool fails)
    {
        var places = (ushort)(isWard ? 11 : 1);
        if (waits || (fails && channel is ChannelKind.Facebook))
        {
            return new(channel, places, 0, 0, waits ? (ushort)0 : places, waits ? places : (ushort)0, 0, null, null, null);
        }

        var minute = ChannelFigures.MinuteOf(now);
        return new(
            channel, places, places, places, 0, 0, places, _random.Next(3000), channel is ChannelKind.VillageGroup ? null : _random.Next(20),
            minute);
    }

    /// <summary>What was told of one post.</summary>
    private IEnumerable<PostMeasure> MeasuresOf(ChannelFigures figures) => figures.Channel switch
    {
        ChannelKind.Facebook =>
        [
            new(figures.Channel, PostMetric.Audience, _random.Next(5000)), new(figures.Channel, PostMetric.Reach, _random.Next(3000)),
            new(figures.Channel, PostMetric.Views, _random.Next(5000)), new(figures.Channel, PostMetric.Reactions, _random.Next(100)),
            new(figures.Channel, PostMetric.Shares, _random.Next(20)),
        ],
        ChannelKind.Zalo =>
            [new(figures.Channel, PostMetric.Audience, _random.Next(1000)), new(figures.Channel, PostMetric.Views, _random.Next(1000))],
        ChannelKind.Telegram => [new(figures.Channel, PostMetric.Audience, _random.Next(1000))],
        _ => [],
    };
}
