using System.Text.Json.Serialization;
using Dissemination.Deliveries.HandTasks;
using Dissemination.Deliveries.Offers;
using Dissemination.Deliveries.Waiting;

namespace Dissemination.Deliveries;

/// <summary>The records and messages of deliveries.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(DeliveryBlock))]
[JsonSerializable(typeof(DeliveryHead))]
[JsonSerializable(typeof(OpenBlock))]
[JsonSerializable(typeof(ShareWake))]
[JsonSerializable(typeof(ShortLink))]
[JsonSerializable(typeof(LinkOpens))]
[JsonSerializable(typeof(WorklistEntry))]
[JsonSerializable(typeof(ConfirmedTask))]
[JsonSerializable(typeof(Reminded))]
[JsonSerializable(typeof(ReminderDue))]
[JsonSerializable(typeof(WaitingRow))]
[JsonSerializable(typeof(WaitingHead))]
[JsonSerializable(typeof(OfferDecision))]
[JsonSerializable(typeof(ExpiriesCaughtUp))]
internal sealed partial class DeliveriesJson : JsonSerializerContext;
