using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Dissemination.Local.Host;

[JsonSerializable(typeof(JsonObject))]
[JsonSerializable(typeof(byte[]))]
[JsonSerializable(typeof(BlobMessage))]
[JsonSerializable(typeof(TimerStatus))]
internal sealed partial class InvocationJson : JsonSerializerContext;
