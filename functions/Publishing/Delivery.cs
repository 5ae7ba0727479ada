using System.Text.Json.Serialization;
using Dissemination.Directory;
using Dissemination.Problems;
using Dissemination.Storage;

namespace Dissemination.Publishing;

/// <summary>One post to one destination, and what became of it.</summary>
internal sealed record Delivery : IFilteredByState
{
    public required DeliveryId Id { get; init; }

    public required ChannelKind Channel { get; init; }

    /// <summary>The deliveries that share one credential, and so one rate limit.</summary>
    public required string Lane { get; init; }

    public required DeliveryState State { get; init; }

    public required DateTimeOffset PlannedAt { get; init; }

    /// <summary>The code of its short link.</summary>
    public required string Link { get; init; }

    /// <summary>Why it is held, retrying, failed, uncertain or withdrawn.</summary>
    public Problem? Reason { get; init; }

    /// <summary>How often a send was begun.</summary>
    public int Attempts { get; init; }

    /// <summary>Until when the one who is sending it owns it; a later one may settle it.</summary>
    public DateTimeOffset? SendingUntil { get; init; }

    /// <summary>When to try again.</summary>
    public DateTimeOffset? RetryAt { get; init; }

    /// <summary>When it reached a state that is not left by itself.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>What the channel calls the post.</summary>
    public string? Reference { get; init; }

    /// <summary>Who confirmed a hand task or settled an uncertain delivery.</summary>
    public PersonId? ConfirmedBy { get; init; }

    /// <summary>People present, as the person who confirmed tells it.</summary>
    public int? Attendance { get; init; }

    [JsonIgnore]
    public string StateName => State.ToString();

    [JsonIgnore]
    public bool IsByHand => Channel is ChannelKind.VillageGroup or ChannelKind.Loudspeaker or ChannelKind.NoticeBoard;
}
