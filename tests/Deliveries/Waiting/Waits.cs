using Dissemination.Content;
using Dissemination.Deliveries;
using Dissemination.Directory;

namespace Dissemination.Tests.Deliveries.Waiting;

/// <summary>Deliveries that wait for people, as tests need them.</summary>
internal static class Waits
{
    public static DateTimeOffset Since { get; } = new(2026, 11, 23, 1, 0, 0, TimeSpan.Zero);

    public static Delivery For(string id, DateTimeOffset? since = null, ChannelKind channel = ChannelKind.VillageGroup) => new()
    {
        Id = DeliveryId.Parse(id, null),
        Channel = channel,
        Lane = "by-hand",
        State = channel is ChannelKind.VillageGroup or ChannelKind.Loudspeaker or ChannelKind.NoticeBoard
            ? DeliveryState.Due
            : DeliveryState.Held,
        PlannedAt = since ?? Since,
        Link = "link",
    };

    /// <summary>As many places of one version in one commune.</summary>
    public static IReadOnlyList<Delivery> Many(string version, string commune, int number, DateTimeOffset? since = null) =>
        [.. Enumerable.Range(0, number).Select(place => For($"{version}.{commune}.nhom-{place:D4}", since))];

    public static WorklistEntry Entry(Delivery delivery) => new(
        delivery.Id,
        delivery.Channel,
        $"Nhóm bản {delivery.Id.Destination.Name}",
        ItemKind.Article,
        "Trồng mắc ca trên đất dốc",
        delivery.State,
        delivery.Reason,
        delivery.PlannedAt,
        delivery.Action,
        delivery.Failure);
}
