using System.Globalization;
using Dissemination.Deliveries;
using Dissemination.Directory;
using Dissemination.Storage;
using Dissemination.Translation.Segments;
using Dissemination.Web.SignIn;

namespace Dissemination.Web.Pages.Frame;

/// <summary>States and kinds in the reader's words.</summary>
internal static class PageLabels
{
    public static string Of<T>(T value)
        where T : struct, Enum => Labels.Of(value);

    /// <summary>How a delivery stands, where its action or a person's part in it says more than its state.</summary>
    public static string StateOf(Delivery delivery) => delivery switch
    {
        { State: DeliveryState.Due, Channel: ChannelKind.Loudspeaker } => Texts.AiringDue,
        { State: DeliveryState.Delivered, Channel: ChannelKind.Loudspeaker } => Texts.AiringDone,
        { State: DeliveryState.Expired, Channel: ChannelKind.Loudspeaker } => Texts.AiringExpired,
        { State: DeliveryState.Due, IsByHand: true } => Texts.DeliveryDueByHand,
        { State: DeliveryState.Delivered, Action: DeliveryAction.Remove } => Texts.DeliveryTakenDown,
        _ => Of(delivery.State),
    };

    /// <summary>What is done at a place: loudspeakers air.</summary>
    public static string Of(DeliveryAction action, ChannelKind channel) =>
        (action, channel) is (DeliveryAction.Post, ChannelKind.Loudspeaker) ? Texts.AiringAct : Of(action);

    /// <summary>What one can do about a failure of that class.</summary>
    public static string HelpFor(FailureClass failure) =>
        Labels.Find("FailureClassHelp", failure.ToString()) ?? Texts.FailureClassHelp_Unknown;

    /// <summary>
    /// One that is part of another, or that the directory names no more, is called so: its history stands under its name.
    /// </summary>
    public static string Of(Commune commune)
    {
        var name = $"{(commune.Kind is CommuneKind.Ward ? Texts.Ward : Texts.Commune)} {commune.Name}";
        return commune.MergedInto is null ? CommuneLabels.Said(commune, name) : TextFormat.Fill(Texts.CommuneMerged, name);
    }

    /// <summary>A commune's own variant, by whose it is.</summary>
    public static string OfVariant(Commune commune) => TextFormat.Fill(Texts.VariantOf, Of(commune));

    public static string Of(LanguageTag tag) => Languages.NameOf(tag, CultureInfo.CurrentUICulture);

    /// <summary>Where the words of a segment come from; null where they are a person's.</summary>
    public static string? Of(SegmentMark mark) => Labels.Find(nameof(SegmentMark), mark.ToString());

    /// <summary>Who did something, by name where the directory knows the id.</summary>
    public static string OfWho(string who, DirectorySnapshot directory) => who switch
    {
        HistoryEntry.System => Texts.BySystem,
        HistoryEntry.ApprovedContainer => Texts.ByApprovedContainer,
        AccessRecord.Nobody => Texts.ByNobody,
        _ when IStringId<PersonId>.Find(who) is { } id && directory.Find(id) is { } person => person.Name,
        _ => who,
    };

    /// <summary>A field of a draft, as its record names it.</summary>
    public static string OfDraftField(string field) => Labels.Find("DraftField", field) ?? field;

    /// <summary>How a picture is cut.</summary>
    public static string OfCut(string cut) => Labels.Find("PictureCut", cut) ?? cut;

    /// <summary>A line of the record; a word that is not known stands as it is.</summary>
    public static string OfRecord(string what) => Labels.Find("Record", what) ?? what;
}
