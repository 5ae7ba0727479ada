using System.Collections.Immutable;
using Dissemination.Problems;
using Dissemination.Translation.Glossary;
using Dissemination.Translation.Segments;

namespace Dissemination.Translation.Checks.Quality;

/// <summary>
/// Terms of the glossary, by whole words. Of terms within one another the longest counts: where "cà phê sạch" is a term, "cà phê" in it is
/// none. Of several translations of one term any will do, and where one is locked, any locked one.
/// </summary>
internal sealed class GlossaryCheck : ICheck
{
    public IEnumerable<Finding> Find(CheckedText text)
    {
        if (text.Glossary.IsEmpty)
        {
            return [];
        }

        var terms = text.Glossary.Select(term => new Entry(term, Words(term.Source), Words(term.Target)))
            .Where(entry => !entry.Target.IsEmpty).ToArray();
        var (sources, targets) = (new PhraseTree(), new PhraseTree());
        foreach (var (id, term) in terms.Index())
        {
            sources.Add(term.Source, id);
            targets.Add(term.Target, id);
        }

        var wanted = text.Parts.SelectMany(part => InSource(part, sources)).ToLookup(found => found.Id, found => (found.Part, found.Start));
        var used = text.Parts.Aggregate(new HashSet<int>(), (found, part) => [.. found, .. targets.In(part.Target.Words)]);
        return [.. Missing(terms, wanted, used), .. text.Parts.SelectMany(part => Forbidden(part, terms, targets, wanted))];
    }

    private static IEnumerable<Finding> Missing(Entry[] terms, ILookup<int, (CheckedPart Part, int Start)> wanted, HashSet<int> used)
    {
        var asked = terms.Index().Where(term => term.Item.Term.Rule is not TermRule.Forbidden && wanted.Contains(term.Index));
        foreach (var same in asked.GroupBy(term => string.Join(' ', term.Item.Source.Select(word => word.Folded)), StringComparer.Ordinal))
        {
            var locked = same.Where(term => term.Item.Term.Rule is TermRule.Locked).ToArray();
            var taken = locked.Length > 0 ? locked : [.. same];
            if (taken.Any(term => used.Contains(term.Index)))
            {
                continue;
            }

            var (part, start) = wanted[taken[0].Index].First();
            var (code, severity) = locked.Length > 0
                ? (nameof(ProblemTexts.TermRequired), Severity.Error)
                : (nameof(ProblemTexts.TermMissing), Severity.Warning);
            yield return part.Across(
                code,
                severity,
                start,
                Excerpt.Of(taken[0].Item.Term.Source),
                Excerpt.Of(string.Join(" / ", taken.Select(term => term.Item.Term.Target))));
        }
    }

    /// <summary>The longest terms of the original, one behind the other.</summary>
    private static IEnumerable<(int Id, CheckedPart Part, int Start)> InSource(CheckedPart part, PhraseTree sources)
    {
        var words = part.Source.Words;
        for (var at = 0; at < words.Length;)
        {
            var (count, ids) = sources.At(words, at).LastOrDefault();
            foreach (var id in ids ?? [])
            {
                yield return (id, part, words[at].Start);
            }

            at += Math.Max(1, count);
        }
    }

    /// <summary>Words that must not be used, where they are not part of a longer term that may.</summary>
    private static IEnumerable<Finding> Forbidden(
        CheckedPart part, Entry[] terms, PhraseTree targets, ILookup<int, (CheckedPart Part, int Start)> wanted)
    {
        var (words, allowedTo) = (part.Target.Words, 0);
        for (var at = 0; at < words.Length; at++)
        {
            var found = targets.At(words, at).ToArray();
            foreach (var (count, ids) in found.Where(phrase => phrase.Ids.Any(id => terms[id].Term.Rule is not TermRule.Forbidden)))
            {
                allowedTo = Math.Max(allowedTo, at + count);
            }

            foreach (var (count, ids) in found.Where(phrase => at + phrase.Count > allowedTo))
            {
                foreach (var id in ids.Where(
                    id => terms[id].Term.Rule is TermRule.Forbidden && (terms[id].Source.IsEmpty || wanted.Contains(id))))
                {
                    var (start, end) = (words[at].Start, words[at + count - 1].End);
                    yield return part.At(
                        nameof(ProblemTexts.TermForbidden),
                        Severity.Error,
                        start,
                        end - start,
                        Excerpt.Of(part.Target.Text[start..end]),
                        Excerpt.Of(terms[id].Term.Note ?? ""));
                }
            }
        }
    }

    private static ImmutableArray<Word> Words(string phrase) => WordReading.Read(phrase, []);

    /// <summary>A term with its words as they are compared.</summary>
    private sealed record Entry(GlossaryTerm Term, ImmutableArray<Word> Source, ImmutableArray<Word> Target);
}
