using System.Text.Json.Serialization;

namespace Dissemination.Channels.Website;

[JsonSerializable(typeof(JsonFeedDocument))]
internal sealed partial class JsonFeedJson : JsonSerializerContext;
