using System.Text.Json.Serialization;
using Dissemination.Deliveries.HandTasks;

namespace Dissemination.Deliveries;

/// <summary>The records and messages of deliveries.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Delivery))]
[JsonSerializable(typeof(LaneBatch))]
[JsonSerializable(typeof(LaneWake))]
[JsonSerializable(typeof(ShortLink))]
[JsonSerializable(typeof(WorklistEntry))]
[JsonSerializable(typeof(ConfirmedTask))]
internal sealed partial class DeliveriesJson : JsonSerializerContext;
