using System.Collections.Frozen;

namespace Dissemination.Release;

/// <summary>
/// What packages mean that name an address or hold a text and no SPDX expression: <c>licences.csv</c>, where somebody read it once. A text
/// that changes, or another address, has to be read again.
/// </summary>
internal sealed class KnownLicences(FrozenDictionary<string, string> licences)
{
    public static KnownLicences Read() => new(OwnTable.Rows("licences.csv").ToFrozenDictionary(row => row[0], row => row[1], StringComparer.Ordinal));

    public string? Of(string? declared) => declared is not null && licences.TryGetValue(declared, out var licence) ? licence : null;
}
