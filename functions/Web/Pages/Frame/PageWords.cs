using System.Globalization;
using Dissemination.Content;
using Dissemination.Directory;
using Dissemination.Publishing;
using Dissemination.Translation;
using Dissemination.Translation.Glossary;
using Dissemination.Translation.Segments;

namespace Dissemination.Web.Pages.Frame;

/// <summary>States and kinds in the reader's words.</summary>
internal static class PageWords
{
    public static string Of(ItemState state) => state switch
    {
        ItemState.WaitingForApproval => Texts.ItemWaitingForApproval,
        ItemState.Approved => Texts.ItemApproved,
        ItemState.Withdrawn => Texts.ItemWithdrawn,
        _ => state.ToString(),
    };

    public static string Of(ItemKind kind) => kind switch
    {
        ItemKind.Article => Texts.KindArticle,
        ItemKind.Slogan => Texts.KindSlogan,
        ItemKind.Quote => Texts.KindQuote,
        ItemKind.Poster => Texts.KindPoster,
        _ => kind.ToString(),
    };

    public static string Of(HandInState state) => state switch
    {
        HandInState.Accepted => Texts.HandInAccepted,
        HandInState.Rejected => Texts.HandInRejected,
        HandInState.Waiting => Texts.HandInWaiting,
        _ => state.ToString(),
    };

    public static string Of(DeliveryState state) => state switch
    {
        DeliveryState.Held => Texts.DeliveryHeld,
        DeliveryState.Due => Texts.DeliveryDue,
        DeliveryState.Sending => Texts.DeliverySending,
        DeliveryState.Retrying => Texts.DeliveryRetrying,
        DeliveryState.Delivered => Texts.DeliveryDelivered,
        DeliveryState.Failed => Texts.DeliveryFailed,
        DeliveryState.Uncertain => Texts.DeliveryUncertain,
        DeliveryState.Withdrawn => Texts.DeliveryWithdrawn,
        DeliveryState.Replaced => Texts.DeliveryReplaced,
        _ => state.ToString(),
    };

    /// <summary>How a delivery stands, where its action or a person's part in it says more than its state.</summary>
    public static string StateOf(Delivery delivery) => delivery switch
    {
        { State: DeliveryState.Due, IsByHand: true } => Texts.DeliveryDueByHand,
        { State: DeliveryState.Delivered, Action: DeliveryAction.Remove } => Texts.DeliveryTakenDown,
        _ => Of(delivery.State),
    };

    public static string Of(DeliveryAction action) => action switch
    {
        DeliveryAction.Post => Texts.ActionPost,
        DeliveryAction.Edit => Texts.ActionEdit,
        DeliveryAction.Remove => Texts.ActionRemove,
        _ => action.ToString(),
    };

    public static string Of(FailureClass failure) => failure switch
    {
        FailureClass.Temporary => Texts.FailureTemporary,
        FailureClass.Permanent => Texts.FailurePermanent,
        FailureClass.Credential => Texts.FailureCredential,
        FailureClass.Duplicate => Texts.FailureDuplicate,
        FailureClass.Unknown => Texts.FailureUnknown,
        _ => failure.ToString(),
    };

    /// <summary>What one can do about a failure of that class.</summary>
    public static string HelpFor(FailureClass failure) => failure switch
    {
        FailureClass.Temporary => Texts.FailureTemporaryHelp,
        FailureClass.Permanent => Texts.FailurePermanentHelp,
        FailureClass.Credential => Texts.FailureCredentialHelp,
        FailureClass.Duplicate => Texts.FailureDuplicateHelp,
        _ => Texts.FailureUnknownHelp,
    };

    public static string Of(ChannelKind channel) => channel switch
    {
        ChannelKind.Telegram => "Telegram",
        ChannelKind.Facebook => "Facebook",
        ChannelKind.Zalo => "Zalo",
        ChannelKind.Website => Texts.ChannelWebsite,
        ChannelKind.VillageGroup => Texts.ChannelVillageGroup,
        ChannelKind.Loudspeaker => Texts.ChannelLoudspeaker,
        ChannelKind.NoticeBoard => Texts.ChannelNoticeBoard,
        _ => channel.ToString(),
    };

    public static string Of(Commune commune) =>
        $"{(commune.Kind is CommuneKind.Ward ? Texts.Ward : Texts.Commune)} {commune.Name}";

    /// <summary>A commune's own variant, by whose it is.</summary>
    public static string OfVariant(Commune commune) => Texts.VariantOf.Replace("{0}", Of(commune), StringComparison.Ordinal);

    public static string Of(LanguageTag tag) => Languages.NameOf(tag, CultureInfo.CurrentUICulture);

    public static string Of(TermRule rule) => rule switch
    {
        TermRule.Preferred => Texts.TermPreferred,
        TermRule.Locked => Texts.TermLocked,
        TermRule.Forbidden => Texts.TermForbidden,
        _ => rule.ToString(),
    };

    public static string Of(TextPart part) => part switch
    {
        TextPart.Title => Texts.FieldTitle,
        TextPart.Summary => Texts.FieldSummary,
        TextPart.Body => Texts.FieldBody,
        TextPart.Pictures => Texts.FieldPictures,
        _ => part.ToString(),
    };

    /// <summary>Where the words of a segment come from; null where they are a person's.</summary>
    public static string? Of(SegmentMark mark) => mark switch
    {
        SegmentMark.NeedsEdit => Texts.MarkNeedsEdit,
        SegmentMark.FromMemory => Texts.MarkFromMemory,
        SegmentMark.MachineDraft => Texts.MarkMachineDraft,
        SegmentMark.Converted => Texts.MarkConverted,
        _ => null,
    };

    /// <summary>A line of the record; a word that is not known stands as it is.</summary>
    public static string OfRecord(string what) =>
        Texts.ResourceManager.GetString("Record_" + what.Replace('-', '_'), CultureInfo.CurrentUICulture) ?? what;
}
