using System.Text.Json.Serialization;

namespace Dissemination.Channels.Facebook;

/// <summary>The bodies of the Graph API.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(FacebookErrorBody))]
[JsonSerializable(typeof(FacebookCreated))]
[JsonSerializable(typeof(FacebookDone))]
[JsonSerializable(typeof(FacebookFeed))]
[JsonSerializable(typeof(FacebookFeed.Entry))]
[JsonSerializable(typeof(FacebookPage))]
[JsonSerializable(typeof(FacebookCounts))]
[JsonSerializable(typeof(FacebookInsights))]
[JsonSerializable(typeof(FacebookTokenBody))]
[JsonSerializable(typeof(FacebookPhoto))]
[JsonSerializable(typeof(FacebookUsage.Share))]
[JsonSerializable(typeof(Dictionary<string, FacebookUsage.Share[]>))]
internal sealed partial class FacebookJson : JsonSerializerContext;
