using System.Collections.Immutable;
using Dissemination.Content;
using Dissemination.Storage;

namespace Dissemination.Translation.Glossary;

/// <summary>The glossary of one language as it is stored.</summary>
/// <param name="HandIn">The newest file that replaced it, if a file did.</param>
/// <param name="Origin">Who changed it last, and how.</param>
internal sealed record StoredGlossary(ImmutableArray<GlossaryTerm> Terms, HandInId? HandIn = null, HistoryEntry? Origin = null)
{
    public static StoredGlossary Empty { get; } = new([]);

    /// <summary>All terms from a file, in place of those that were there.</summary>
    public StoredGlossary Replaced(IReadOnlyList<GlossaryTerm> terms, HandInId handIn) => this with { Terms = [.. terms], HandIn = handIn };

    /// <summary>
    /// Terms added to those that are there; where source and target are the same, the new term stands in the old one's place.
    /// </summary>
    public StoredGlossary Merged(IReadOnlyList<GlossaryTerm> terms)
    {
        var merged = new OrderedDictionary<string, GlossaryTerm>(StringComparer.Ordinal);
        foreach (var term in Terms.Concat(terms))
        {
            merged[TermRules.Key(term)] = term;
        }

        return this with { Terms = [.. merged.Values] };
    }
}
