using System.Text.Json.Serialization;
using Dissemination.Storage;

namespace Dissemination.Reports;

/// <summary>How far one language is in one commune.</summary>
[JsonConverter(typeof(NamedEnumConverter<ReportLineStatus>))]
internal enum ReportLineStatus
{
    /// <summary>Its item waits for approval or for its time.</summary>
    NotYet,

    /// <summary>It was published before the commune or its language came into the directory: nothing is missing.</summary>
    BeforeItsTime,

    /// <summary>Its translation is not approved yet.</summary>
    WaitsForTranslation,

    /// <summary>Planned; nothing has arrived yet.</summary>
    UnderWay,

    PartlyDelivered,
    Delivered,

    /// <summary>Nothing arrived, and something failed or is uncertain.</summary>
    Troubled,

    /// <summary>Withdrawn before anything arrived.</summary>
    Withdrawn,
}
