using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Dissemination.Deliveries.Watching;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ImmutableSortedDictionary<string, CredentialAge>))]
internal sealed partial class WatchingJson : JsonSerializerContext;
