using System.Text.Json.Serialization;

namespace Dissemination.Translation.Drafting;

[JsonSerializable(typeof(List<AzureText>))]
[JsonSerializable(typeof(List<AzureAnswer>))]
[JsonSerializable(typeof(AzureError))]
internal sealed partial class AzureTranslatorJson : JsonSerializerContext;
