using System.Collections.Immutable;
using Dissemination.Content;
using Dissemination.Deliveries;
using Dissemination.Directory;
using Dissemination.Reach.Summary;

namespace Dissemination.Reports;

/// <summary>How far one item reached, commune by commune and language by language.</summary>
/// <param name="Removals">What became of taking its posts down, where that was asked for.</param>
/// <param name="At">When the figures were put together.</param>
internal sealed record ItemReport(
    Item Item, ItemContent Content, ImmutableArray<ReportLine> Lines, RemovalFigures Removals, DateTimeOffset At)
{
    /// <summary>What waits for long, and on what.</summary>
    public ImmutableArray<WaitingPosts> Waiting { get; init; } = [];

    public int Communes => Counted.Select(line => line.Commune.Id).Distinct().Count();

    /// <summary>Communes where it was delivered in each language that they speak.</summary>
    public int CommunesReached =>
        Counted.GroupBy(line => line.Commune.Id)
            .Count(commune => commune.All(line => line.Status is ReportLineStatus.Delivered or ReportLineStatus.PartlyDelivered));

    /// <summary>Communes with at least one measured figure.</summary>
    public int CommunesMeasured => Lines.Where(line => line.MeasuredAt is not null).Select(line => line.Commune.Id).Distinct().Count();

    public int Delivered => Lines.Sum(line => line.Delivered);

    public int Deliveries => Lines.Sum(line => line.Deliveries);

    public int HandTasksOpen => Lines.Sum(line => line.HandTasksOpen);

    public int Troubled => Lines.Sum(line => line.Troubled);

    public long? LinkOpens => Figures.Sum(Lines.Select(line => line.LinkOpens));

    /// <summary>Of the posts of which their channel told it; people overlap and are never added.</summary>
    public long? MedianReach => Figures.Median(Lines.SelectMany(line => line.Reach).Select(post => (long?)post));

    /// <summary>How often posts were shown.</summary>
    public long? Views => Figures.Sum(Lines.Select(line => line.Views));

    /// <summary>Of each place once: those who heard it there in several languages are the same people.</summary>
    public long? Attendance { get; init; }

    /// <summary>Without what was not meant to be reached.</summary>
    private IEnumerable<ReportLine> Counted => Lines.Where(line => line.Status is not ReportLineStatus.BeforeItsTime);

    /// <summary>Puts a report together: a pure function of what is stored.</summary>
    public static ItemReport Of(ReportInput input, DateTimeOffset now)
    {
        // Taking down is no post; a correction is the post of its revision.
        List<Delivery> posts = [.. input.Deliveries.Where(delivery => delivery.Action is not DeliveryAction.Remove)];
        var standing = new StandingPlaces(posts, input.Directory);
        var places = posts.GroupBy(standing.Of).ToList();
        var translationStates = input.Translations.ToDictionary(translation => translation.Id.Language, translation => translation.State);
        var byLine = places.SelectMany(place => place.GroupBy(delivery => (Place: place.Key, delivery.Id.Version.Language)))
            .ToLookup(place => (place.Key.Place.Commune, place.Key.Language), place => place.ToImmutableArray());
        var byDelivery = input.Samples.ToDictionary(sample => sample.Delivery);
        var lines =
            from commune in input.Directory.Communes.Concat(Gone(places.Select(place => place.Key.Commune), input.Directory))
            where HasLines(commune)
            from language in LanguagesOf(commune, input, byLine)
            select ReportLine.Of(
                commune,
                language,
                language.IsVietnamese ? null : translationStates.GetValueOrDefault(language),
                [.. byLine[(commune.Id, language)]],
                byDelivery);
        var publishedAt = posts.Min(delivery => (DateTimeOffset?)delivery.PlannedAt);
        lines = lines.Select(line =>
            IsBeforeItsTime(line, input.Directory, publishedAt) ? line with { Status = ReportLineStatus.BeforeItsTime } : line);
        return new(input.Item, input.Content, [.. lines], RemovalFigures.Of(input.Deliveries), now)
        {
            Waiting = WaitingPosts.Of(input.Deliveries, now),
            Attendance = Figures.Attendance(places),
        };

        // What happened under an old name stands under it and is counted once: its successor has lines for what it did itself.
        bool HasLines(Commune commune) =>
            input.Directory.FamilyOf(commune.Id) is var family
            && (WasThere(commune.Id) || (commune.MergedInto is null && !family.Any(WasThere)));

        bool WasThere(CommuneId commune) => places.Exists(place => place.Key.Commune == commune);
    }

    /// <summary>What the directory names no more is in the figures all the same.</summary>
    private static IEnumerable<Commune> Gone(IEnumerable<CommuneId> communes, DirectorySnapshot directory) => communes
        .Distinct()
        .Where(commune => directory.Find(commune) is null)
        .OrderBy(commune => commune.Value, StringComparer.Ordinal)
        .Select(directory.Known);

    /// <summary>
    /// What was posted where a correction does not want it, in a language that is not spoken there any more, or under a name that is gone,
    /// stays posted.
    /// </summary>
    private static IEnumerable<LanguageTag> LanguagesOf(
        Commune commune, ReportInput input, ILookup<(CommuneId Commune, LanguageTag Language), ImmutableArray<Delivery>> byLine)
    {
        var wanted = !commune.IsGone && input.Content.IsWantedIn(commune.Id, input.Directory)
            ? commune.Languages.Prepend(LanguageTag.Vietnamese)
            : [];
        return wanted
            .Union(byLine.Where(line => line.Key.Commune == commune.Id && line.Any(IsPosted)).Select(line => line.Key.Language))
            .OrderByDescending(language => language.IsVietnamese);
    }

    private static bool IsPosted(ImmutableArray<Delivery> place) => place.Any(delivery => delivery.ArrivedAt is not null);

    private static bool IsBeforeItsTime(ReportLine line, DirectorySnapshot directory, DateTimeOffset? publishedAt) =>
        line.Deliveries == 0 && directory.Past.Beginnings.Any(
            beginning => beginning is { Destination: null } && beginning.At > publishedAt && beginning.Commune == line.Commune.Id
                && (beginning.Language is null || beginning.Language == line.Language));
}
