using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Dissemination.Directory;

namespace Dissemination.Content;

/// <summary>How an item stands: its current revision, and whether that may go out.</summary>
internal sealed record Item
{
    public required ItemId Id { get; init; }

    public required int Revision { get; init; }

    public required string ContentHash { get; init; }

    public required string SourceFile { get; init; }

    /// <summary>The hand-in that made the current revision.</summary>
    public required HandInId HandIn { get; init; }

    public required ItemKind Kind { get; init; }

    public required string Headline { get; init; }

    public required bool Sample { get; init; }

    public required DateTimeOffset AcceptedAt { get; init; }

    public DateTimeOffset? PublishAt { get; init; }

    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>The expiry that was handed over, to be acted on when it comes; not there for what was stored before that was done.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public DateTimeOffset? ExpiryHandedOver { get; init; }

    /// <summary>The approval of the current revision.</summary>
    public Approval? Approval { get; init; }

    /// <summary>What its file says of an approval that nobody has confirmed yet.</summary>
    public ApprovalClaim? Claim { get; init; }

    /// <summary>Who handed the current revision in, where that is known: not who approves it.</summary>
    public PersonId? HandedInBy { get; init; }

    /// <summary>The newest revision before this one that was approved.</summary>
    public ApprovedRevision? ApprovedBefore { get; init; }

    public Withdrawal? Withdrawal { get; init; }

    /// <summary>Why its current revision was not approved and given back; null once another comes.</summary>
    public ItemReturn? Returned { get; init; }

    /// <summary>What a person chose for places that carry no Vietnamese; null where its file says it.</summary>
    public Untranslated? Untranslated { get; init; }

    /// <summary>The intake of the current revision, which begins its trace; null where nothing was traced.</summary>
    public string? TraceParent { get; init; }

    /// <summary>The paths of the pictures that the current revision shows; not there for what was stored before they were noted.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public ImmutableArray<string> PictureFiles { get; init; }

    /// <summary>The resolution whose topics it covers.</summary>
    public string? Resolution { get; init; }

    /// <summary>The codes of those topics.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public ImmutableArray<string> Topics
    {
        get => field.IsDefault ? [] : field;
        init => field = value.IsDefaultOrEmpty ? default : value;
    }

    /// <summary>Where it is wanted; empty means everywhere.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public ImmutableArray<CommuneId> Communes
    {
        get => field.IsDefault ? [] : field;
        init => field = value.IsDefaultOrEmpty ? default : value;
    }

    /// <summary>What was decided on the calendar, by language.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public ImmutableArray<Occasion> Occasions
    {
        get => field.IsDefault ? [] : field;
        init => field = value.IsDefaultOrEmpty ? default : value;
    }

    /// <summary>How soon loudspeakers air its current revision.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public AiringLevel Airing { get; init; }

    /// <summary>When it was approved, where it goes out from then on because it has no time of its own.</summary>
    public DateTimeOffset? ReadyAt { get; init; }

    /// <summary>The month under which the list of items holds it; null of what was stored before there was one.</summary>
    public DateOnly? ListedIn { get; init; }

    /// <summary>The days of the calendar that it stands on.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public ImmutableArray<DateOnly> CalendarDays
    {
        get => field.IsDefault ? [] : field;
        init => field = value.IsDefaultOrEmpty ? default : value;
    }

    [JsonIgnore]
    public ItemState State => this switch
    {
        { Withdrawal: not null } => ItemState.Withdrawn,
        { Approval: null, Returned: not null } => ItemState.Returned,
        { Approval: null } => ItemState.WaitingForApproval,
        _ => ItemState.Approved,
    };

    /// <summary>The Vietnamese words of the current revision.</summary>
    [JsonIgnore]
    public VersionId Original => new(Id, Revision, LanguageTag.Vietnamese);

    /// <summary>Whether the current revision shows a picture, or only the revision itself can tell.</summary>
    public bool MayShow(string picture) => PictureFiles.IsDefault || PictureFiles.Contains(picture, StringComparer.Ordinal);

    /// <summary>The newest revision that was approved, this or an earlier one.</summary>
    [JsonIgnore]
    public ApprovedRevision? LastApproved => Approval is { } approval ? new(Revision, approval) : ApprovedBefore;

    /// <summary>The approval of one of its revisions, as far as it is still known.</summary>
    public Approval? ApprovalOf(int revision) => LastApproved is { } last && last.Revision == revision ? last.Approval : null;

    /// <summary>What was decided on the calendar about a language; null where nothing was.</summary>
    public Occasion? OccasionOf(LanguageTag language) => Occasions.FirstOrDefault(occasion => occasion.Language == language);

    /// <summary>Whether it may go out in a language, or is kept back there, or cancelled.</summary>
    public OccasionState OccasionStateOf(LanguageTag language) => OccasionOf(language)?.State ?? OccasionState.Planned;

    /// <summary>When it is wanted in a language; null where it goes out as soon as it is approved, and is not.</summary>
    public DateTimeOffset? WantedAt(LanguageTag language) => OccasionOf(language)?.At ?? PublishAt ?? ReadyAt;

    /// <summary>Whether its time has not come yet in a language.</summary>
    public bool IsEarly(LanguageTag language, DateTimeOffset now) => WantedAt(language) > now;

    /// <summary>When it is due in a language, of what may go out from now on.</summary>
    public DateTimeOffset DueAt(LanguageTag language, DateTimeOffset now) =>
        WantedAt(language) is { } at && at > now ? at : now;

    public bool IsExpired(DateTimeOffset now) => ExpiresAt <= now;
}
