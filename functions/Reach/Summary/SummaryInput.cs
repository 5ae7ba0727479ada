using System.Collections.Immutable;
using Dissemination.Content;
using Dissemination.Deliveries;
using Dissemination.Directory;
using Dissemination.Translation;

namespace Dissemination.Reach.Summary;

/// <summary>The records of an item, of all its revisions: all that its summary is made from.</summary>
/// <param name="Content">What its newest approved revision says.</param>
/// <param name="Owed">What was owed, for each approved revision.</param>
/// <param name="Texts">Its translations and the communes' own variants.</param>
/// <param name="Samples">The newest sample of each delivery.</param>
internal sealed record SummaryInput(
    Item Item,
    ItemContent Content,
    ImmutableArray<OwedPlaces> Owed,
    IReadOnlyCollection<TranslatedVersion> Texts,
    IReadOnlyCollection<Delivery> Deliveries,
    IReadOnlyCollection<ReachSample> Samples,
    IReadOnlyCollection<(VersionId Version, OpensOnDay Opens)> Opens,
    DirectorySnapshot Directory)
{
    /// <summary>The first revision that was approved.</summary>
    public OwedPlaces First => Owed.MinBy(owed => owed.Revision)!;

    /// <summary>
    /// When people moved a language to, on the calendar or with a revision that was approved before anything of it was out; null where
    /// nobody did, or to a time before the approval.
    /// </summary>
    public DateTimeOffset? MovedTo(LanguageTag language) =>
        Item.OccasionOf(language)?.At is { } moved && moved > First.ApprovedAt ? moved
        : StartOf(language) is var start && start != First.StartsAt ? start
        : null;

    /// <summary>From when the revisions let a language go out, the last of those that nothing of it was out before.</summary>
    private DateTimeOffset StartOf(LanguageTag language)
    {
        var start = First.StartsAt;
        var first = Owed.Length == 1 ? null : Deliveries
            .Where(delivery => delivery.Id.Version.Language == language && delivery.Action is not DeliveryAction.Remove)
            .Min(delivery => delivery.ArrivedAt);
        foreach (var revision in Owed.OrderBy(owed => owed.Revision).Skip(1).TakeWhile(revision => !(first <= revision.ApprovedAt)))
        {
            // What was due already is not put off by a revision that names no later time.
            start = revision.PublishAt > start ? revision.PublishAt.Value
                : revision.StartsAt < start ? revision.StartsAt
                : start;
        }

        return start;
    }
}
