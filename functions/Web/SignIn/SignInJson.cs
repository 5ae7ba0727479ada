using System.Text.Json.Serialization;

namespace Dissemination.Web.SignIn;

/// <summary>What is stored of sign-ins.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(AccessTokens))]
[JsonSerializable(typeof(Account))]
[JsonSerializable(typeof(EndedSessions))]
[JsonSerializable(typeof(KeptForm))]
internal sealed partial class SignInJson : JsonSerializerContext;
