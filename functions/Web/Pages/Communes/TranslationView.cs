using System.Collections.Immutable;
using Dissemination.Content;
using Dissemination.Directory;
using Dissemination.Problems;
using Dissemination.Storage;
using Dissemination.Translation;
using Dissemination.Translation.Review;
using Dissemination.Web.Pages.Staff;

namespace Dissemination.Web.Pages.Communes;

/// <summary>A translation with its source and what its reader may do with it.</summary>
internal sealed record TranslationView
{
    public required Row<TranslatedVersion> Row { get; init; }

    public required ItemContent Source { get; init; }

    /// <summary>Why the reader may not work at it; null where he or she may.</summary>
    public required Problem? Refusal { get; init; }

    public required ImmutableArray<SegmentView> Segments { get; init; }

    public required Remarks Remarks { get; init; }

    /// <summary>What was done with it, newest first.</summary>
    public required ImmutableArray<HistoryEntry> History { get; init; }

    public required VariantsView OwnTexts { get; init; }

    public required ConversionView Conversion { get; init; }

    public required DirectorySnapshot Directory { get; init; }

    public TranslatedVersion Translation => Row.Value;

    /// <summary>Its history in the reader's words.</summary>
    public RecordWords Words => new(Directory, ImmutableDictionary<ItemId, string>.Empty);

    /// <summary>What the checks find in it.</summary>
    public ImmutableArray<FindingView> Findings => Remarks.Findings;

    public ImmutableArray<Comment> Comments => Remarks.Comments;

    /// <summary>The common text, where this is a commune's own variant.</summary>
    public TranslatedVersion? Common => OwnTexts.Common;

    /// <summary>The communes' own variants, where this is the common text.</summary>
    public ImmutableArray<TranslatedVersion> Variants => OwnTexts.Variants;

    /// <summary>Why the reader cannot begin one; null where he or she can.</summary>
    public Problem? WhyNoVariant => OwnTexts.WhyNoVariant;

    /// <summary>The commune whose own variant it is; null for the common text.</summary>
    public Commune? Own => CommuneOf(Translation);

    public Commune? CommuneOf(TranslatedVersion variant) => variant.Commune is { } id ? Directory.Find(id) : null;

    /// <summary>What was found that belongs to no one segment.</summary>
    public IEnumerable<FindingView> FindingsOfAll => Findings.Where(found => !Segments.Any(segment => segment.Findings.Contains(found)));

    public IEnumerable<Comment> CommentsOfAll => Comments.Where(comment => comment.Segment is not { } place || place > Segments.Length);

    public string NameOf(PersonId id) => Directory.Find(id)?.Name ?? id.Value;

    public string NameOf(string who) => IStringId<PersonId>.Find(who) is { } id ? NameOf(id) : who;
}
