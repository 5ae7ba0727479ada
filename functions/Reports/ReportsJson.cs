using System.Text.Json.Serialization;

namespace Dissemination.Reports;

/// <summary>The records that Reports stores.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ReportSummary))]
internal sealed partial class ReportsJson : JsonSerializerContext;
