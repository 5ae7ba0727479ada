using System.Text.Json;
using System.Text.Json.Serialization;
using Dissemination.Simulators.Faults;
using Dissemination.Simulators.Telegram;

namespace Dissemination.Simulators;

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, UseStringEnumConverter = true, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(IReadOnlyList<PostedPost>))]
[JsonSerializable(typeof(SimulatorCounts))]
[JsonSerializable(typeof(FaultPlan))]
[JsonSerializable(typeof(TelegramLimits))]
internal sealed partial class SimulatorJson : JsonSerializerContext;
