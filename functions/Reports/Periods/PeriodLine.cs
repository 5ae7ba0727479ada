namespace Dissemination.Reports.Periods;

/// <summary>What a commune, or a language, owed and did.</summary>
/// <param name="Key">The commune or the language tag.</param>
/// <param name="Name">
/// The name at that time, of a commune that became part of the one above with a sign before it; of a language the reader's word for it.
/// </param>
internal sealed record PeriodLine(string Key, string Name, int Expected, int Done, int OnTime);
