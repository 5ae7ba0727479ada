using System.Collections.Immutable;
using Dissemination.Content;
using Dissemination.Deliveries.Waiting;
using Dissemination.Directory;
using Dissemination.Reach.Meetings;
using Dissemination.Translation;
using Dissemination.Web.Pages.Recordings;

namespace Dissemination.Web.Pages.Today;

/// <summary>What waits for a communicator, the most urgent first, together by item: a pure function of what was read.</summary>
internal sealed record TodayList(ImmutableArray<TodayItem> Items, TodayFound Found)
{
    /// <summary>How many items stand on a page of a phone.</summary>
    public const int PageSize = 8;

    public IEnumerable<TodayAct> Acts => Items.SelectMany(item => item.Acts);

    /// <summary>How many things wait, as the kinds count them.</summary>
    public int Count => Acts.Sum(act => act.Number);

    /// <summary>What to do first; null where nothing waits.</summary>
    public TodayAct? First => Items is [var first, ..] ? first.Acts[0] : null;

    /// <summary>How many things of each kind wait, the most urgent kind first.</summary>
    public IEnumerable<(TodayKind Kind, int Number)> Counts =>
        from act in Acts
        group act.Number by act.Kind into kind
        orderby kind.Key
        select (kind.Key, kind.Sum());

    /// <summary>The languages in which several slogans wait for a reviewer: they are approved together.</summary>
    public IEnumerable<(LanguageTag Language, int Number)> Slogans =>
        from act in Acts
        where act is { Kind: TodayKind.Review, IsSlogan: true }
        group act by act.Text!.Value.Language into language
        where language.Skip(1).Any()
        select (language.Key, language.Count());

    public IEnumerable<TodayItem> Page(int from) => Items.Skip(from).Take(PageSize);

    /// <summary>Where the page behind that one begins; null where there is none.</summary>
    public int? After(int from) => from + PageSize < Items.Length ? from + PageSize : null;

    public static TodayList Of(TodayFound found, Person reader, DirectorySnapshot directory, DateTimeOffset now)
    {
        var acts = Translations(found, reader, directory, now)
            .Concat(Recordings(found, reader, directory))
            .Concat(Waiting(found.Held, TodayKind.Held, DateTimeOffset.MinValue, DateTimeOffset.MinValue))
            .Concat(Waiting(found.HandTasks.Heads, TodayKind.HandTask, found.HandTasks.LateBefore, found.HandTasks.SoonBefore))
            .Concat(Meetings(found));
        var items = acts.OrderBy(Urgency)
            .GroupBy(act => act.Subject, StringComparer.Ordinal)
            .Select(item => new TodayItem(item.First().Headline, [.. item]));

        // Groups come in the order of their first, so of what is most urgent in each.
        return new([.. items], found);
    }

    /// <summary>What is to be aired at once, then late before in time, then by kind, then what somebody asked for, and of that what is due first.</summary>
    private static (bool, bool, TodayKind, bool, DateTimeOffset, DateTimeOffset) Urgency(TodayAct act) =>
        (!act.IsUrgent, !act.IsLate, act.Kind, !act.IsAsked, act.DueAt ?? DateTimeOffset.MaxValue, act.Since);

    private static IEnumerable<TodayAct> Translations(TodayFound found, Person reader, DirectorySnapshot directory, DateTimeOffset now) =>
        from entry in found.Translations
        where IsMine(entry, reader, directory, now)
        select new TodayAct(
            entry.State is TranslationState.InReview ? TodayKind.Review : TodayKind.Translate,
            entry.Version.Item.Value,
            entry.Headline,
            $"/translations/{entry.Text}")
        {
            Since = entry.Since,
            DueAt = entry.Assignment?.DueAt,
            IsLate = entry.IsLateAt(now),
            IsAsked = entry.Assignment is not null,
            Text = entry.Text,
            IsSlogan = entry.Kind is ItemKind.Slogan,
            IsReturned = entry.State is TranslationState.Returned,
            Segments = entry.Segments,
            OpenSegments = entry.OpenSegments,
        };

    /// <summary>
    /// Whether it waits for the reader: not where others were asked for it or are at it, and nobody checks what he or she wrote.
    /// </summary>
    private static bool IsMine(InboxEntry entry, Person reader, DirectorySnapshot directory, DateTimeOffset now) =>
        reader.Commune is { } commune
        && entry.IsFor(commune, directory)
        && entry.Claim?.KeepsOut(reader.Id, now) != true
        && (entry.Assignment is not { } asked
            || (asked.Person is { } person ? person == reader.Id : directory.Successor(asked.Commune) == commune))
        && !(entry.State is TranslationState.InReview && entry.Editors.Contains(reader.Id));

    /// <summary>Who read it listens to none of it; of a language that is not the reader's own others judge.</summary>
    private static IEnumerable<TodayAct> Recordings(TodayFound found, Person reader, DirectorySnapshot directory) =>
        from entry in found.Recordings
        let language = entry.Text.Language
        where entry.IsFor(reader, directory) && (language.IsVietnamese || reader.Languages.Contains(language))
        select new TodayAct(
            TodayKind.Listen, entry.Text.Item.Value, entry.Headline, RecordingPageServices.AddressOf(entry.Text))
        {
            Since = entry.Since,
            Text = entry.Text,
            Length = entry.Length,
        };

    private static IEnumerable<TodayAct> Waiting(
        WaitingHeads heads, TodayKind kind, DateTimeOffset lateBefore, DateTimeOffset soonBefore) =>
        from head in heads.Rows.Select(row => row.Value)
        where head.All > head.Elsewhere
        group head by head.Version into version
        let late = version.Where(head => head.Since < lateBefore).Sum(head => head.All)
        select new TodayAct(kind, version.Key.Item.Value, version.First().Headline, AddressOf(kind, version.Key))
        {
            Since = version.Min(head => head.Since),
            IsLate = late > 0,
            Late = late,
            Soon = version.Where(head => head.Since >= lateBefore && head.Since < soonBefore).Sum(head => head.All),
            IsUrgent = kind is TodayKind.HandTask
                && version.Any(head => head.Airing is AiringLevel.Urgent && head.On(ChannelKind.Loudspeaker) > 0),
            Text = version.Key,
            Places =
            [
                .. from count in version.SelectMany(head => head.Counts)
                   group count.Number by count.Channel into channel
                   orderby channel.Key
                   select new WaitingCount(channel.Key, channel.Sum()),
            ],
        };

    private static string AddressOf(TodayKind kind, VersionId version) =>
        kind is TodayKind.Held ? "/held" : new Communes.HandTaskQuery(Commune: null, version).Address();

    private static IEnumerable<TodayAct> Meetings(TodayFound found) =>
        from record in found.Meetings
        where MeetingDecisions.WaitsForFigures(record)
        select new TodayAct(TodayKind.Meeting, record.Id.Value, ToldLabels.LineOf(record.Told), $"/meetings/{record.Id}/close")
        {
            Since = record.At,
        };
}
