using System.Collections.Immutable;
using Dissemination.Directory;
using Dissemination.Problems;
using Dissemination.Storage;
using Dissemination.Translation.Exchange;
using Dissemination.Translation.Glossary;

namespace Dissemination.Intake;

/// <summary>
/// Takes glossaries in, each as a whole or not at all. A file of the content (<c>glossary/blt-Tavt.csv</c>, or <c>.tbx</c>) is all that its
/// language's glossary holds from then on; what a person sends is added to what is there.
/// </summary>
internal sealed class GlossaryImport(GlossaryStore glossaries, TimeProvider time)
{
    public async Task<ImmutableArray<Problem>> TakeAsync(
        HandIn handIn, string path, ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        var name = HandedInFile.Stem(path);
        var refused = SuppliedTranslationReader.CheckLanguage(name, new(path));
        if (!refused.IsEmpty)
        {
            return refused;
        }

        var language = new LanguageTag(name);
        var read = GlossaryReader.Read(path, content.Span, language);
        if (!read.IsValid)
        {
            return read.Problems;
        }

        // Files are not taken in the order in which they came: the newest stays; and one that comes again must not undo what was merged
        // since.
        await glossaries.ChangeAsync(
            language,
            stored => stored.HandIn is { } taken && (taken == handIn.Id || handIn.Id.IsOlderThan(taken))
                ? stored
                : stored.Replaced(read.Value, handIn.Id),
            Origin(language, handIn.Person, "glossary-replaced", path),
            cancellationToken);
        return [];
    }

    /// <summary>
    /// Adds the terms of a file to a language's glossary; where source and target are there already, rule and note are the file's.
    /// </summary>
    public async Task<Parsed<IReadOnlyList<GlossaryTerm>>> MergeAsync(
        LanguageTag language, string file, ReadOnlyMemory<byte> content, PersonId by, CancellationToken cancellationToken)
    {
        var read = GlossaryReader.Read(file, content.Span, language);
        if (!read.IsValid)
        {
            return read;
        }

        var merged = await glossaries.TryChangeAsync(
            language,
            now => now.Glossary.Merged(read.Value) is { Terms.Length: <= TermRules.MostTerms } fits ? fits : TermRules.TooLong(file),
            Origin(language, by, "glossary-merged", file),
            cancellationToken);
        return merged.IsDone
            ? Parsed<IReadOnlyList<GlossaryTerm>>.Of(merged.Value.Terms)
            : Parsed<IReadOnlyList<GlossaryTerm>>.Bad([merged.Problem]);
    }

    /// <summary>By the clock and not by when the file came: of two files in one second, both are in the record.</summary>
    private HistoryEntry Origin(LanguageTag language, PersonId? by, string what, string file) =>
        new("glossary", time.GetUtcNow(), by?.Value ?? HistoryEntry.System, what, Language: language.Value, Detail: file);
}
