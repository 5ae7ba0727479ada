using System.Text.Json.Serialization;
using Dissemination.Reports.Periods;

namespace Dissemination.Reports;

/// <summary>The records that Reports stores.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ReportSummary))]
[JsonSerializable(typeof(PeriodsWritten))]
[JsonSerializable(typeof(PeriodHead))]
[JsonSerializable(typeof(PeriodFigures))]
[JsonSerializable(typeof(PeriodDue))]
internal sealed partial class ReportsJson : JsonSerializerContext;
