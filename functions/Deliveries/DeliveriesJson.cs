using System.Text.Json.Serialization;
using Dissemination.Deliveries.HandTasks;
using Dissemination.Deliveries.Offers;

namespace Dissemination.Deliveries;

/// <summary>The records and messages of deliveries.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Delivery))]
[JsonSerializable(typeof(LaneBatch))]
[JsonSerializable(typeof(LaneWake))]
[JsonSerializable(typeof(ShortLink))]
[JsonSerializable(typeof(LinkOpens))]
[JsonSerializable(typeof(WorklistEntry))]
[JsonSerializable(typeof(ConfirmedTask))]
[JsonSerializable(typeof(OfferDecision))]
internal sealed partial class DeliveriesJson : JsonSerializerContext;
