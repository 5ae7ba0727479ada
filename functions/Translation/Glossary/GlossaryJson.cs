using System.Text.Json.Serialization;

namespace Dissemination.Translation.Glossary;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(StoredGlossary))]
internal sealed partial class GlossaryJson : JsonSerializerContext;
