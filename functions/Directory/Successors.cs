using System.Collections.Immutable;

namespace Dissemination.Directory;

/// <summary>Which commune took over which: a pure function of the communes' rows.</summary>
internal sealed class Successors
{
    private readonly Dictionary<CommuneId, CommuneId> _mergedInto;
    private readonly ILookup<CommuneId, CommuneId> _taken;

    public Successors(IReadOnlyCollection<Commune> communes)
    {
        _mergedInto = communes
            .Where(commune => commune.MergedInto is not null)
            .ToDictionary(commune => commune.Id, commune => commune.MergedInto!.Value);
        _taken = _mergedInto.Keys.Order(Comparer<CommuneId>.Create((one, other) => string.CompareOrdinal(one.Value, other.Value)))
            .ToLookup(Of);
    }

    /// <summary>The commune that answers now for what was of this one: the last of its chain, mostly itself.</summary>
    public CommuneId Of(CommuneId commune)
    {
        // As many steps as there are mergers: a circle, which no file brings, ends too.
        for (var steps = _mergedInto.Count; steps > 0 && _mergedInto.TryGetValue(commune, out var next); steps--)
        {
            commune = next;
        }

        return commune;
    }

    /// <summary>A commune, and all that became part of it.</summary>
    public ImmutableArray<CommuneId> FamilyOf(CommuneId commune) => [commune, .. _taken[commune].Where(taken => taken != commune)];

    /// <summary>The communes whose successor would be themselves.</summary>
    public IEnumerable<CommuneId> InCircles() => _mergedInto.Keys.Where(commune => _mergedInto.ContainsKey(Of(commune)));
}
