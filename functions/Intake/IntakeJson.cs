using System.Text.Json.Serialization;

namespace Dissemination.Intake;

/// <summary>The records that Intake stores.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(HandIn))]
[JsonSerializable(typeof(Rejection))]
[JsonSerializable(typeof(UndeliveredEvent[]))]
[JsonSerializable(typeof(ProposalNote))]
[JsonSerializable(typeof(Drafts.Draft))]
[JsonSerializable(typeof(Drafts.DraftPointer))]
internal sealed partial class IntakeJson : JsonSerializerContext;
