using System.Text.Json.Serialization;
using Dissemination.Content;
using Dissemination.Directory;
using Dissemination.Problems;

namespace Dissemination.Deliveries;

/// <summary>One post to one destination, and what became of it.</summary>
internal sealed record Delivery
{
    public required DeliveryId Id { get; init; }

    public required ChannelKind Channel { get; init; }

    /// <summary>What it does there.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public DeliveryAction Action { get; init; }

    /// <summary>The delivery whose post it corrects or takes down.</summary>
    public DeliveryId? Target { get; init; }

    /// <summary>What the channel calls that post; null where nobody knows.</summary>
    public string? TargetReference { get; init; }

    /// <summary>The deliveries that share one credential, and so one rate limit.</summary>
    public required string Lane { get; init; }

    public required DeliveryState State { get; init; }

    /// <summary>When it was planned. Stored with its block where that was planned at once.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public DateTimeOffset PlannedAt { get; init; }

    /// <summary>
    /// Before when it is not sent: its commune's quiet hours last until then, or who let it go out may undo that; null where nothing waits.
    /// </summary>
    public DateTimeOffset? SendFrom { get; init; }

    /// <summary>Who of its commune let it go out; null where it waited for nobody's consent.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public PersonId? ReleasedBy { get; init; }

    /// <summary>The code of its short link.</summary>
    public required string Link { get; init; }

    /// <summary>Why it is held, retrying, failed, uncertain or withdrawn.</summary>
    public Problem? Reason { get; init; }

    /// <summary>What kind of failure that is.</summary>
    public FailureClass? Failure { get; init; }

    /// <summary>What the channel calls the parts that are there while others are not.</summary>
    public string? Progress { get; init; }

    /// <summary>When the last send was begun.</summary>
    public DateTimeOffset? BegunAt { get; init; }

    /// <summary>When the channel is to be read back, to find out what became of it; null where only a person can tell.</summary>
    public DateTimeOffset? SettleAt { get; init; }

    /// <summary>
    /// Whether its outcome was lost and a person did not find it: a channel that can looks for it before it makes another.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsSoughtFirst { get; init; }

    /// <summary>Whether a person does what the channel does not let a machine do.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool HandedOver { get; init; }

    /// <summary>How often a send was begun, without those after which the channel only wanted to be waited for.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int Attempts { get; init; }

    /// <summary>Until when the one who is sending it owns it; a later one may settle it.</summary>
    public DateTimeOffset? SendingUntil { get; init; }

    /// <summary>When to try again.</summary>
    public DateTimeOffset? RetryAt { get; init; }

    /// <summary>The edition of the words that it was planned with, and then last begun with.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int Edition { get; init; }

    /// <summary>When it reached a state that is not left by itself.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>When its post arrived, kept once that was replaced or taken down; what is still there says it with its end.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public DateTimeOffset? PostedAt { get; init; }

    /// <summary>What the channel calls the post.</summary>
    public string? Reference { get; init; }

    /// <summary>Who confirmed a hand task or settled an uncertain delivery.</summary>
    public PersonId? ConfirmedBy { get; init; }

    /// <summary>People present, as the person who confirmed tells it.</summary>
    public int? Attendance { get; init; }

    /// <summary>What else that person tells: where it can be seen, how often it was read out.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public TaskProof? Proof { get; init; }

    /// <summary>The stage that planned it; null where nothing was traced.</summary>
    public string? TraceParent { get; init; }

    /// <summary>How often it was written: who changes it says which writing was read.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int Writes { get; init; }

    /// <summary>Whether it has not come to an end: something is still to be done about it, or to be found out.</summary>
    [JsonIgnore]
    public bool IsOpen =>
        State is DeliveryState.Held or DeliveryState.Due or DeliveryState.Sending or DeliveryState.Retrying or DeliveryState.Uncertain;

    /// <summary>
    /// When it arrived, whatever became of it afterwards; null where it never did. Of what was replaced before that was kept, when the send
    /// was begun or, of a hand task, when it was replaced.
    /// </summary>
    [JsonIgnore]
    public DateTimeOffset? ArrivedAt => State switch
    {
        DeliveryState.Delivered => EndedAt,
        DeliveryState.Replaced or DeliveryState.Withdrawn or DeliveryState.Expired =>
            PostedAt ?? (Reference is null && ConfirmedBy is null ? null : BegunAt ?? EndedAt),
        _ => null,
    };

    /// <summary>Whether its post is there, or may be, all of it or some of its parts.</summary>
    [JsonIgnore]
    public bool IsOut =>
        Action is not DeliveryAction.Remove
        && (State is DeliveryState.Sending or DeliveryState.Delivered or DeliveryState.Uncertain || Progress is not null);

    /// <summary>Whether a machine is to do it, may, and has not begun.</summary>
    [JsonIgnore]
    public bool IsNotBegun => this is { State: DeliveryState.Due, IsByHand: false, Attempts: 0, Progress: null };

    [JsonIgnore]
    public bool IsByHand => HandedOver || Channel is ChannelKind.VillageGroup or ChannelKind.Loudspeaker or ChannelKind.NoticeBoard;
}
