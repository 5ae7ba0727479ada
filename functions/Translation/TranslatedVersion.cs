using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Dissemination.Content;
using Dissemination.Directory;
using Dissemination.Translation.Segments;

namespace Dissemination.Translation;

/// <summary>One revision of an item in one language other than Vietnamese, and how far its translation is.</summary>
internal sealed record TranslatedVersion
{
    public required VersionId Id { get; init; }

    /// <summary>The commune whose own variant it is; null for the common text, which all others have.</summary>
    public CommuneId? Commune { get; init; }

    [JsonIgnore]
    public TextId TextId => new(Id, Commune);

    public required TranslationState State { get; init; }

    /// <summary>The words as they are posted: what the segments make.</summary>
    public required VersionText Text { get; init; }

    /// <summary>The words by the segments of the original, all of them and in their order.</summary>
    public ImmutableArray<TranslatedSegment> Segments { get; init; } = [];

    /// <summary>The hash of the Vietnamese words that it translates: the same words in a later revision keep their translation.</summary>
    public required string SourceHash { get; init; }

    public required DateTimeOffset ChangedAt { get; init; }

    /// <summary>All who wrote at this text. None of them may approve it.</summary>
    public ImmutableArray<PersonId> Editors { get; init; } = [];

    /// <summary>Who approved, returned or dropped it.</summary>
    public PersonId? ReviewedBy { get; init; }

    /// <summary>Why it was returned or dropped.</summary>
    public string? ReturnReason { get; init; }

    /// <summary>The hash of the supplied text that it started from; null once a person has edited it, or where there was none.</summary>
    public string? SuppliedHash { get; init; }

    /// <summary>A sample that no speaker has checked; shown as one.</summary>
    public bool Sample { get; init; }

    /// <summary>Who works at it; null where nobody said so.</summary>
    public Claim? Claim { get; init; }

    /// <summary>Whom the province asked for it.</summary>
    public Assignment? Assignment { get; init; }

    /// <summary>What the checks found and somebody looked at and found to be none.</summary>
    public ImmutableArray<Dismissal> Dismissals { get; init; } = [];

    /// <summary>
    /// The words that were approved last, while newer ones are written or wait for a reviewer; null where the words themselves are approved,
    /// or none ever were.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public VersionText? ApprovedBefore { get; init; }

    /// <summary>Whether the approval of those was taken back: they only tell what is out.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsTakenBack { get; init; }

    /// <summary>Whether who was asked to check it corrected it instead of sending it back, since it was sent for review first.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsCorrected { get; init; }

    /// <summary>Whether it was corrected when it was returned: who undoes the return puts that back, too.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool WasCorrected { get; init; }

    /// <summary>How often words were approved that differ from those before; 0 for what was stored before it was counted.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int Edition { get; init; }

    /// <summary>Since which edition that which is read aloud is the same; later ones changed no more than the words of pictures.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int SpokenSince { get; init; }

    /// <summary>The words that were approved last; null where none ever were.</summary>
    [JsonIgnore]
    public VersionText? Approved =>
        this is { State: TranslationState.Approved } or { State: TranslationState.Outdated, ReviewedBy: not null, ReturnReason: null }
            ? Text
            : ApprovedBefore;

    /// <summary>Whether there are approved words, which hold until newer ones are approved or their approval is taken back.</summary>
    [JsonIgnore]
    public bool HasApproved => Approved is not null && !IsTakenBack;

    /// <summary>Whether its item was withdrawn before it was finished: nobody has to do anything about it any more.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsClosed { get; init; }

    /// <summary>Whether somebody still has to do something about it.</summary>
    [JsonIgnore]
    public bool IsOpen => !IsClosed && State is not (TranslationState.Approved or TranslationState.Outdated or TranslationState.Dropped);

    /// <summary>How many segments nobody has written or kept yet.</summary>
    [JsonIgnore]
    public int OpenSegments => Segments.Count(segment => segment.IsOpen);

    /// <summary>The same with other words, paired with the original's.</summary>
    public TranslatedVersion With(VersionText text, SegmentedText source) =>
        this with { Text = text, Segments = Alignment.Of(source, text) };

    /// <summary>The same with other segments.</summary>
    public TranslatedVersion With(ImmutableArray<TranslatedSegment> segments, SegmentedText source) =>
        this with { Text = Alignment.Compose(source, segments), Segments = segments };
}
