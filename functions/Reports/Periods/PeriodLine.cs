using System.Text.Json.Serialization;

namespace Dissemination.Reports.Periods;

/// <summary>What a commune, or a language, owed and did.</summary>
/// <param name="Key">The commune or the language tag.</param>
/// <param name="Name">
/// The name at that time, of a commune that became part of the one above with a sign before it; of a language the reader's word for it.
/// </param>
internal sealed record PeriodLine(string Key, string Name, int Expected, int Done, int OnTime)
{
    /// <summary>Whether it is a commune that the directory named no more.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsGone { get; init; }
}
