using Dissemination.Channels;
using Dissemination.Content;
using Dissemination.Deliveries;
using Dissemination.Directory;
using Dissemination.Problems;

namespace Dissemination.Tests.Reach.Quarter;

/// <summary>The deliveries of one item in one language, of all its revisions: planned, sent, corrected and taken down.</summary>
internal sealed class QuarterDeliveries(QuarterSite site, ItemContent content, LanguageTag language, Random random)
{
    private readonly QuarterLife _life = new(random);
    private readonly Dictionary<DeliveryId, StoredDelivery> _stored = [];
    private readonly Dictionary<DeliveryId, Queue<(DateTimeOffset At, DeliveryEvent What)>> _lives = [];

    public LanguageTag Language => language;

    public IEnumerable<Delivery> All => _stored.Values.Select(stored => stored.Value);

    /// <summary>A revision is planned everywhere, and corrects what is out of an earlier one.</summary>
    public async Task PostAsync(int revision, DateTimeOffset at)
    {
        await AdvanceAsync(at);
        var directory = site.DirectoryAt(at);
        var earlier = All.Where(delivery => delivery.Action is not DeliveryAction.Remove)
            .ToLookup(delivery => NowOf(delivery.Id.Destination));
        List<Delivery> news = [];
        foreach (var place in directory.Destinations.Where(place => IsWanted(place, directory)))
        {
            var posted = earlier[place.Id].FirstOrDefault(delivery => delivery.State is DeliveryState.Delivered);
            news.Add(Planned(new(content.Id, revision, language), place, at) with
            {
                Action = posted is null ? DeliveryAction.Post : DeliveryAction.Edit,
                Target = posted?.Id,
            });
        }

        var replaced = new Problem(nameof(ProblemTexts.RevisionReplaced));
        await ChangeAsync(delivery => delivery.Action is DeliveryAction.Remove ? null
            : delivery.State is DeliveryState.Delivered ? Chance(80, delivery.Apply(new DeliveryEvent.TakenDown(at, replaced)))
            : delivery.Apply(new DeliveryEvent.Stopped(at, replaced)));
        await AddAsync(news);
    }

    /// <summary>What is not out is stopped; of what is out some is taken down, some fails, some is left to people.</summary>
    public async Task StopAsync(DateTimeOffset at, Problem reason, bool takesDown)
    {
        await AdvanceAsync(at);
        List<Delivery> removals = [];
        await ChangeAsync(delivery =>
        {
            if (delivery.State is not DeliveryState.Delivered || !takesDown)
            {
                return delivery.Apply(new DeliveryEvent.Stopped(at, reason));
            }

            var isDone = _life.Chance(60);
            removals.Add(delivery with
            {
                Id = delivery.Id with { Removes = true },
                Action = DeliveryAction.Remove,
                Target = delivery.Id,
                State = isDone ? DeliveryState.Delivered : delivery.IsByHand ? DeliveryState.Due : DeliveryState.Failed,
                PlannedAt = at,
                EndedAt = isDone || !delivery.IsByHand ? at : null,
                Failure = isDone || delivery.IsByHand ? null : FailureClass.Permanent,
                PostedAt = null,
                Attendance = null,
                Writes = 0,
            });
            return isDone ? delivery.Apply(new DeliveryEvent.TakenDown(at, reason)) : null;
        });
        await AddAsync(removals);
    }

    /// <summary>An approval was taken away by a correction: what is not out waits for the next.</summary>
    public async Task HoldAsync(DateTimeOffset at)
    {
        await AdvanceAsync(at);
        await ChangeAsync(delivery => delivery.Apply(new DeliveryEvent.HeldBack(new(nameof(ProblemTexts.ItemNotApproved)))));
    }

    /// <summary>All that happened to each until then.</summary>
    public Task AdvanceAsync(DateTimeOffset now) => WriteAsync(delivery =>
    {
        var (after, life) = (delivery, _lives[delivery.Id]);
        while (life.TryPeek(out var next) && next.At <= now)
        {
            after = after.Apply(life.Dequeue().What) ?? after;
        }

        return ReferenceEquals(after, delivery) ? null : after;
    });

    /// <summary>Whoever interferes ends what would have happened.</summary>
    private Task ChangeAsync(Func<Delivery, Delivery?> change) => WriteAsync(delivery =>
    {
        var after = change(delivery);
        if (after is not null)
        {
            _lives[delivery.Id].Clear();
        }

        return after;
    });

    private async Task WriteAsync(Func<Delivery, Delivery?> change)
    {
        var changes = _stored.Values.OrderBy(stored => stored.Value.Id.ToString(), StringComparer.Ordinal)
            .Select(stored => (Read: stored, After: change(stored.Value)))
            .Where(each => each.After is not null)
            .Select(each => (each.Read, each.After!))
            .ToList();
        foreach (var written in await site.Get<DeliveryLedger>().WriteAsync(changes, CancellationToken.None))
        {
            _stored[written.Value.Id] = written;
        }
    }

    private async Task AddAsync(List<Delivery> news)
    {
        foreach (var version in news.GroupBy(delivery => delivery.Id.Version))
        {
            foreach (var added in await site.Get<DeliveryLedger>().AddAsync([.. version], CancellationToken.None))
            {
                _stored[added.Value.Id] = added;
            }
        }

        foreach (var delivery in news)
        {
            _lives[delivery.Id] = new(delivery.Action is DeliveryAction.Remove ? [] : _life.Of(delivery));
        }
    }

    private T? Chance<T>(int percent, T? value)
        where T : class => _life.Chance(percent) ? value : null;

    private DestinationId NowOf(DestinationId id) =>
        site.Renamed.Where(renamed => renamed.Old == id).Select(renamed => renamed.Now).FirstOrDefault(id);

    private bool IsWanted(Destination place, DirectorySnapshot directory)
    {
        var commune = directory.Find(place.Id.Commune)!;
        return (place.Languages.IsEmpty || place.Languages.Contains(language))
            && (language.IsVietnamese || commune.Languages.Contains(language))
            && (content.Communes.IsEmpty || content.Communes.Any(wanted => directory.Successor(wanted) == commune.Id));
    }

    private Delivery Planned(VersionId version, Destination place, DateTimeOffset at)
    {
        var (id, commune) = (new DeliveryId(version, place.Id), site.DirectoryAt(at).Find(place.Id.Commune)!);
        var isHeld = !place.IsByHand && commune.Release is ReleasePolicy.Confirm;
        return new()
        {
            Id = id,
            Channel = place.Channel,
            Lane = place.Credential ?? (place.IsByHand ? ChannelRoute.HandLane : ChannelRoute.WebsiteLane),
            State = isHeld ? DeliveryState.Held : DeliveryState.Due,
            Reason = isHeld ? new(nameof(ProblemTexts.WaitsForCommune), null, commune.Name) : null,
            PlannedAt = at,
            Link = LinkCode.Of(id).ToString(),
        };
    }
}
