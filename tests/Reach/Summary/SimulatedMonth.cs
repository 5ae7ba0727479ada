using System.Collections.Immutable;
using Dissemination.Content;
using Dissemination.Deliveries;
using Dissemination.Directory;
using Dissemination.Problems;
using Dissemination.Reach;
using Dissemination.Reach.Summary;
using Dissemination.Translation;

namespace Dissemination.Tests.Reach.Summary;

/// <summary>
/// A month of a province, made up from a seed: corrections, withdrawals, a merger, what was late, refused or never came. Beside the records
/// it keeps what really happened, which nobody who counts the records is told.
/// </summary>
internal sealed class SimulatedMonth
{
    public static readonly DateTimeOffset Now = new(2026, 11, 29, 5, 0, 0, TimeSpan.Zero);
    public static readonly LanguageTag Thai = new("blt-Tavt");
    public static readonly LanguageTag Mong = new("hmn-Latn-x-chv");
    public static readonly string[] Topics = ["growth", "macadamia", "coffee", "poverty", "never"];

    private static readonly PersonId Somebody = new("bung-lao-1");
    private static readonly Problem Replaced = new(nameof(ProblemTexts.RevisionReplaced));
    private static readonly Problem Withdrawn = new(nameof(ProblemTexts.ItemWithdrawn));

    private readonly Random _random;
    private readonly string[] _slugs;

    /// <param name="slugs">What the communes are called; null for numbers.</param>
    public SimulatedMonth(int seed, int items, int communes = 45, string[]? slugs = null)
    {
        _random = new(seed);
        _slugs = slugs ?? [.. Enumerable.Range(0, communes).Select(number => $"xa-{number:D2}")];
        Directory = new(
            [.. Enumerable.Range(0, communes).Select(CommuneOf)],
            [.. Enumerable.Range(0, communes).SelectMany(DestinationsOf)],
            []);
        Inputs = [.. Enumerable.Range(0, items).Select(InputOf)];
        Commune CommuneOf(int number) =>
            new(new(_slugs[number]), $"Xã {number:D2}", CommuneKind.Commune, LanguagesOf(number), ReleasePolicy.Automatic)
            {
                // The last one became part of the one before; its channels are still its own.
                MergedInto = number == communes - 1 ? new(_slugs[number - 1]) : null,
            };
    }

    public DirectorySnapshot Directory { get; }

    public ImmutableArray<SummaryInput> Inputs { get; }

    /// <summary>What really happened at each place.</summary>
    public List<Happened> Facts { get; } = [];

    /// <summary>Posts to be taken down, of all items.</summary>
    public (int Wanted, int Done) Removals { get; private set; }

    public IEnumerable<ItemSummary> Summaries() => Inputs.Select(input => Summarizing.Of(input, new(), Now));

    private static ImmutableArray<LanguageTag> LanguagesOf(int number) => (number % 4) switch
    {
        0 => [Thai],
        1 => [Mong],
        2 => [Thai, Mong],
        _ => [],
    };

    private IEnumerable<Destination> DestinationsOf(int number)
    {
        var commune = new CommuneId(_slugs[number]);
        yield return new(new(commune, "telegram"), ChannelKind.Telegram, "Telegram", $"-{number}", "bot", []);
        yield return new(new(commune, "facebook"), ChannelKind.Facebook, "Facebook", $"{number}", $"page_{number}", []);
        yield return new(new(commune, "loa"), ChannelKind.Loudspeaker, "Loa", "", null, []);
        if (number % 3 == 0)
        {
            yield return new(new(commune, "nhom"), ChannelKind.VillageGroup, "Nhóm", $"nhóm {number}", null, [LanguageTag.Vietnamese]);
        }
    }

    private bool Chance(int percent) => _random.Next(100) < percent;

    private SummaryInput InputOf(int number)
    {
        var id = new ItemId($"bai-{number:D3}");
        var approvedAt = Now.AddDays(-28).AddMinutes(_random.Next(27 * 24 * 60));
        var content = new ItemContent
        {
            Id = id,
            Kind = ItemKind.Article,
            Text = new($"Bài {number}", null, "Nội dung"),
            Issuer = "Ban Tuyên giáo",
            Topics = [.. Topics.SkipLast(1).Where(_ => Chance(30))],
        };
        var isCorrected = Chance(30) && approvedAt.AddHours(30) < Now;
        var isWithdrawn = Chance(10);
        var world = new World(this, id, content, approvedAt, isCorrected, isWithdrawn);
        return world.Make();
    }

    /// <param name="PostedAt">When it was posted there for the first time; null where it never was.</param>
    internal sealed record Happened(
        ItemId Item,
        ImmutableArray<string> Topics,
        LanguageTag Language,
        DestinationId Place,
        ChannelKind Channel,
        DateTimeOffset ApprovedAt,
        DateTimeOffset? PostedAt,
        string? FailedBecause,
        bool Waits,
        long? Opens,
        long? Audience);

    private sealed class World(
        SimulatedMonth month, ItemId id, ItemContent content, DateTimeOffset approvedAt, bool isCorrected, bool isWithdrawn)
    {
        private readonly List<Delivery> _deliveries = [];
        private readonly List<ReachSample> _samples = [];
        private readonly List<TranslatedVersion> _texts = [];
        private readonly int _revision = isCorrected ? 2 : 1;
        private readonly DateTimeOffset _correctedAt = approvedAt.AddHours(30);

        public SummaryInput Make()
        {
            var owed = OwedPlaces.Of(content, 1, approvedAt, month.Directory, _ => false);
            foreach (var language in (LanguageTag[])[LanguageTag.Vietnamese, Thai, Mong])
            {
                Spread(language, owed);
            }

            ImmutableArray<OwedPlaces> all = isCorrected ? [owed, owed with { Revision = 2, ApprovedAt = _correctedAt }] : [owed];
            return new(Item(), content, all, _texts, _deliveries, _samples, [], month.Directory);
        }

        private Item Item() => new()
        {
            Id = id,
            Revision = _revision,
            ContentHash = "",
            SourceFile = "",
            HandIn = new("x"),
            Kind = ItemKind.Article,
            Headline = content.Text.Title!,
            Sample = true,
            AcceptedAt = approvedAt,
            Approval = new(null, "MẪU", DateOnly.MinValue),
            Withdrawal = isWithdrawn ? new(Somebody, Now.AddHours(-1), "sai") : null,
        };

        private void Spread(LanguageTag language, OwedPlaces owed)
        {
            var isReady = language.IsVietnamese || month.Chance(70);
            var ready = language.IsVietnamese ? approvedAt : approvedAt.AddHours(month._random.Next(1, 100));
            if (!language.IsVietnamese)
            {
                for (var revision = 1; revision <= _revision; revision++)
                {
                    _texts.Add(new()
                    {
                        Id = new(id, revision, language),
                        State = isReady ? TranslationState.Approved
                            : month.Chance(50) ? TranslationState.InReview
                            : TranslationState.Wanted,
                        Text = new("t", null, "b"),
                        SourceHash = "",
                        ChangedAt = ready,
                        ReviewedBy = Somebody,
                    });
                }
            }

            foreach (var place in owed.Places.Where(place => place.Languages.Contains(language)))
            {
                month.Facts.Add(isReady && ready < Now ? Post(language, place, ready) : Missing(language, place));
            }
        }

        private Happened Missing(LanguageTag language, OwedPlace place) =>
            new(id, content.Topics, language, place.Id, place.Channel, approvedAt, null, null, !isWithdrawn, null, null);

        private Happened Post(LanguageTag language, OwedPlace place, DateTimeOffset ready)
        {
            var happened = Missing(language, place) with { Waits = false };
            if (isCorrected && ready >= _correctedAt)
            {
                return End(Live(Planned(2, language, place, ready), ready, Now, happened), place);
            }

            var first = Planned(1, language, place, ready);
            (first, happened) = Live(first, ready, isCorrected ? _correctedAt : Now, happened);
            if (isCorrected)
            {
                var isOut = first.State is DeliveryState.Delivered;
                first = isOut
                    ? first.Apply(new DeliveryEvent.TakenDown(_correctedAt, Replaced))!
                    : first.Apply(new DeliveryEvent.Stopped(_correctedAt, Replaced)) ?? first;
                _deliveries.Add(first);
                var second = Planned(2, language, place, _correctedAt) with { Action = isOut ? DeliveryAction.Edit : DeliveryAction.Post };
                (first, happened) = Live(second, _correctedAt, Now, happened);
            }

            return End((first, happened), place);
        }

        private Happened End((Delivery Newest, Happened Fact) lived, OwedPlace place)
        {
            var (first, happened) = lived;
            if (isWithdrawn)
            {
                (first, happened) = TakeDown(first, happened);
            }

            _deliveries.Add(first);
            if (happened.PostedAt is not null && month.Chance(60))
            {
                var sample = new ReachSample(
                    first.Id,
                    Now,
                    place.Channel is ChannelKind.Loudspeaker ? null : month._random.Next(5),
                    place.Channel is ChannelKind.Telegram ? month._random.Next(1000) : null,
                    null);
                _samples.Add(sample);
                happened = happened with { Opens = sample.LinkOpens, Audience = sample.Audience };
            }

            return happened;
        }

        private (Delivery After, Happened Fact) TakeDown(Delivery newest, Happened happened)
        {
            var isOut = newest.State is DeliveryState.Delivered;
            if (isOut)
            {
                var isDone = month.Chance(60);
                month.Removals = (month.Removals.Wanted + 1, month.Removals.Done + (isDone ? 1 : 0));
                _deliveries.Add(newest with
                {
                    Id = newest.Id with { Removes = true },
                    Action = DeliveryAction.Remove,
                    State = isDone ? DeliveryState.Delivered : DeliveryState.Failed,
                    EndedAt = Now,
                    Failure = isDone ? null : FailureClass.Permanent,
                });
                return (isDone ? newest.Apply(new DeliveryEvent.TakenDown(Now, Withdrawn))! : newest, happened);
            }

            return newest.Apply(new DeliveryEvent.Stopped(Now, Withdrawn)) is { } stopped
                ? (stopped, happened with { Waits = false, FailedBecause = null })
                : (newest, happened);
        }

        /// <summary>What becomes of a delivery, and so of its place.</summary>
        private (Delivery After, Happened Fact) Live(
            Delivery delivery, DateTimeOffset from, DateTimeOffset until, Happened happened)
        {
            var at = from.AddMinutes(month._random.Next(1, 3000));
            at = at < until ? at : until;
            var nothingYet = happened with { FailedBecause = null, Waits = true };
            if (delivery.IsByHand)
            {
                return month.Chance(60)
                    ? (delivery.Apply(new DeliveryEvent.Confirmed(at, Somebody, null))!, Posted(happened, at))
                    : (delivery, nothingYet);
            }

            var sending = delivery.Apply(new DeliveryEvent.SendBegun(at, at))!;
            var code = month.Chance(50) ? nameof(ProblemTexts.DestinationClosed) : nameof(ProblemTexts.CredentialRefused);
            var reason = new Problem(code, null, "a", "b", "c");
            return month._random.Next(10) switch
            {
                0 => (delivery, nothingYet),
                1 => (
                    sending.Apply(new DeliveryEvent.Refused(at, reason, FailureClass.Permanent))!,
                    nothingYet with { FailedBecause = reason.Code, Waits = false }),
                2 => (sending.Apply(new DeliveryEvent.Postponed(at, reason))!, nothingYet),
                _ => (sending.Apply(new DeliveryEvent.Arrived(at, "1"))!, Posted(happened, at)),
            };
        }

        private static Happened Posted(Happened happened, DateTimeOffset at) =>
            happened with { PostedAt = happened.PostedAt ?? at, FailedBecause = null, Waits = false };

        private Delivery Planned(int revision, LanguageTag language, OwedPlace place, DateTimeOffset at)
        {
            var delivery = new DeliveryId(new(id, revision, language), place.Id);
            return new()
            {
                Id = delivery,
                Channel = place.Channel,
                Lane = "l",
                State = DeliveryState.Due,
                PlannedAt = at,
                Link = LinkCode.Of(delivery).ToString(),
            };
        }
    }
}
