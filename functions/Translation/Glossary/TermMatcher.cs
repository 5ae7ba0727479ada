using System.Collections.Immutable;
using Dissemination.Translation.Segments;

namespace Dissemination.Translation.Glossary;

/// <summary>
/// Marks the terms of one glossary in Vietnamese texts: whole syllables only, the longest first, capital and small letters alike. A text is
/// read once, however many terms there are. Built once for a glossary and then used for any number of texts.
/// </summary>
internal sealed class TermMatcher
{
    private readonly PhraseTree _sources = new();
    private readonly IReadOnlyList<GlossaryTerm> _terms;

    public TermMatcher(IReadOnlyList<GlossaryTerm> terms)
    {
        _terms = terms;
        foreach (var (id, term) in terms.Index())
        {
            _sources.Add(WordReading.Read(term.Source, []), id);
        }
    }

    /// <summary>The terms of a text, one behind the other. Addresses are no words.</summary>
    public ImmutableArray<TermMatch> Find(string text)
    {
        var words = WordReading.Read(text, LinkReading.Read(text));
        var found = ImmutableArray.CreateBuilder<TermMatch>();
        for (var at = 0; at < words.Length;)
        {
            var (count, ids) = _sources.At(words, at).LastOrDefault();
            if (count > 0)
            {
                found.Add(new(words[at].Start, words[at + count - 1].End - words[at].Start, [.. ids.Select(id => _terms[id])]));
            }

            at += Math.Max(1, count);
        }

        return found.ToImmutable();
    }
}
