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

    /// <summary>When people moved a language to on the calendar; null where nobody did, or to a time before the approval.</summary>
    public DateTimeOffset? MovedTo(LanguageTag language) =>
        Item.OccasionOf(language)?.At is { } moved && moved > First.ApprovedAt ? moved : null;
}
