using System.Collections.Immutable;
using Dissemination.Channels.Cards;
using Dissemination.Content;
using Dissemination.Directory;
using Dissemination.Translation;
using Dissemination.Translation.Recordings;

namespace Dissemination.Publishing;

/// <summary>A language version with all that decides whether and how it goes out.</summary>
/// <param name="Translation">Null for the Vietnamese original.</param>
/// <param name="Pictures">The pictures that go with it, in the order of its content, once they have come.</param>
internal sealed record PublishableVersion(
    VersionId Id, Item Item, ItemContent Content, TranslatedVersion? Translation, ImmutableArray<AcceptedPicture> Pictures)
{
    public bool WaitsForPicture => Pictures.Length < Content.Pictures.Length;

    /// <summary>
    /// What people get of it: the words that were approved last, and none where none ever were. What is being written is not among them.
    /// </summary>
    public VersionText Text => Translation is null ? Content.Text : Translation.Approved ?? VersionText.Empty;

    /// <summary>Which approval of other words these came with.</summary>
    public int Edition => Translation?.Edition ?? 0;

    /// <summary>Since which edition that which is read aloud is the same.</summary>
    public int SpokenSince => Translation?.SpokenSince ?? 0;

    /// <summary>Whether somebody approved its words and nobody took that back: who has to read or post them may.</summary>
    public bool HasApprovedWords => Translation is null or { HasApproved: true };

    /// <summary>The variants that communes have of its translation, without those that they gave up.</summary>
    public ImmutableArray<TranslatedVersion> Variants { get; init; } = [];

    /// <summary>What was recorded of its texts, where that was asked for: <see cref="VersionReader.ReadAloudAsync"/>.</summary>
    public ImmutableArray<Recording> Recordings { get; init; } = [];

    /// <summary>Its words read aloud and approved; null where nobody did, or they have become others since.</summary>
    public ApprovedVoice? Voice =>
        Recordings.FirstOrDefault(recording => recording.Text.Commune == Translation?.Commune)?.Voice is { } voice
            && HasApprovedWords && voice.Says(Text) ? voice : null;

    /// <summary>Which approval of other words, or for places that get voices of another voice, a delivery goes out with.</summary>
    public int EditionAt(ChannelKind channel) => channel is ChannelKind.TelegramVoice ? Voice?.Number ?? 0 : Edition;

    /// <summary>The languages in which something is approved, where that decides whether the original stands in; else none.</summary>
    public ImmutableArray<LanguageTag> ApprovedLanguages { get; init; } = [];

    /// <summary>Whether the original goes to places too that carry no Vietnamese, while nothing is approved for them.</summary>
    public bool StandsIn => Id.Language.IsVietnamese && (Item.Untranslated ?? Content.Untranslated) is Untranslated.Vietnamese;

    /// <summary>Whether its item or its translation is one that shows how things look.</summary>
    public bool IsSample => Content.Sample || Translation?.Sample == true;

    /// <summary>Its picture card; null where it needs none.</summary>
    public Card? Card => Translation is { Approved: null } ? null : VersionCards.For(Id.Language, Content, Text, IsSample);

    /// <summary>Whether it goes out with a picture: its own, or a card.</summary>
    public bool HasPicture => !Content.Pictures.IsEmpty || Card is not null;

    public Clearance ClearanceAt(DateTimeOffset now) =>
        Clearance.Of(Item, Id, Translation?.State, now, isVariant: Translation?.Commune is not null);

    /// <summary>Whether the public may read its words: while an edit waits for its approval, what was approved before stays.</summary>
    public bool MayBeReadAt(DateTimeOffset now) =>
        HasApprovedWords && Clearance.Of(Item, Id, TranslationState.Approved, now) is Clearance.Clear;

    /// <summary>Whether these are the words that a delivery went out with.</summary>
    public bool IsAsSentWith(int edition) => edition == Edition && Translation is not { Approved: null };

    /// <summary>The same once its item and its words are approved, to tell what that sets off.</summary>
    public PublishableVersion AsApproved() => this with
    {
        Item = Item.Approval is null ? Item with { Approval = new(null, "", default) } : Item,
        Translation = Translation is null ? null : Translation with { State = TranslationState.Approved },
    };

    /// <summary>The version as a commune gets it: with its own variant where it has one. Null is what all others get.</summary>
    public PublishableVersion For(CommuneId? commune) =>
        commune is { } one && Variants.FirstOrDefault(variant => variant.Commune == one) is { } own
            ? this with { Translation = own }
            : this;

    /// <summary>
    /// The communes whose variant came, went, was approved or is not any more, between this and a later reading of the version.
    /// </summary>
    public IEnumerable<CommuneId> MovedUntil(PublishableVersion later) =>
        Variants.Concat(later.Variants)
            .Select(variant => variant.Commune!.Value)
            .Distinct()
            .Where(commune => StandingOf(commune) != later.StandingOf(commune));

    private (CommuneId? Own, TranslationState? State) StandingOf(CommuneId commune) =>
        Variants.FirstOrDefault(variant => variant.Commune == commune) is { } own ? (own.Commune, own.State) : (null, null);
}
