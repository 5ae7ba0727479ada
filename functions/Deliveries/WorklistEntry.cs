using System.Text.Json.Serialization;
using Dissemination.Content;
using Dissemination.Directory;
using Dissemination.Problems;

namespace Dissemination.Deliveries;

/// <summary>A delivery that waits for a person, as a list shows it.</summary>
/// <param name="Headline">Of the item, in Vietnamese.</param>
/// <param name="Since">Since when it waits.</param>
internal sealed record WorklistEntry(
    DeliveryId Delivery,
    ChannelKind Channel,
    string DestinationName,
    ItemKind Kind,
    string Headline,
    DeliveryState State,
    Problem? Reason,
    DateTimeOffset Since,
    DeliveryAction Action = DeliveryAction.Post,
    FailureClass? Failure = null)
{
    /// <summary>How soon loudspeakers air it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public AiringLevel Airing { get; init; }

    /// <summary>Whether it is to be read out before other things, and so is shown before them.</summary>
    [JsonIgnore]
    public bool IsPressing => Channel is ChannelKind.Loudspeaker && Airing is not AiringLevel.Ordinary && Action is not DeliveryAction.Remove;

    /// <summary>What kind of thing went wrong; what was stored without a class is classed by its state.</summary>
    [JsonIgnore]
    public FailureClass FailureClass => Failure switch
    {
        { } known => known,
        _ when State is DeliveryState.Uncertain => FailureClass.Unknown,
        _ when Reason?.Code is nameof(ProblemTexts.CredentialNotConfigured) => FailureClass.Credential,
        _ => FailureClass.Permanent,
    };

    public static WorklistEntry Of(Delivery delivery, Item item, DirectorySnapshot directory) => new(
        delivery.Id,
        delivery.Channel,
        directory.NameOf(delivery.Id.Destination),
        item.Kind,
        item.Headline,
        delivery.State,
        delivery.Reason,
        delivery.EndedAt ?? delivery.PlannedAt,
        delivery.Action,
        delivery.Failure)
    {
        Airing = item.Airing,
    };
}
