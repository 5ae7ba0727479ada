using Dissemination.Directory;
using Dissemination.Problems;
using Dissemination.Storage;
using ETag = Azure.ETag;

namespace Dissemination.Translation.Glossary;

/// <summary>
/// Glossaries as provincial staff work at them. A term names the one that was read, a whole file names the version that was read: of two changes of the
/// same, the second is told that it came second, and changes of different terms both stand.
/// </summary>
internal sealed class GlossaryDesk(GlossaryStore glossaries, TimeProvider time)
{
    public Task<Result<StoredGlossary>> AddAsync(GlossaryTerm term, Person by, CancellationToken cancellation) =>
        ChangeAsync(term.Language, by, "term-added", Named(term), read => GlossaryEdits.Add(read.Glossary, term), cancellation);

    /// <param name="was">The term as it was read, by its <see cref="GlossaryEdits.TagOf"/>.</param>
    public Task<Result<StoredGlossary>> ChangeAsync(string was, GlossaryTerm term, Person by, CancellationToken cancellation) =>
        ChangeAsync(term.Language, by, "term-changed", Named(term), read => GlossaryEdits.Change(read.Glossary, was, term), cancellation);

    /// <param name="was">The term as it was read, by its <see cref="GlossaryEdits.TagOf"/>.</param>
    public async Task<Result<StoredGlossary>> RemoveAsync(LanguageTag language, string was, Person by, CancellationToken cancellation)
    {
        var term = (await glossaries.VersionAsync(language, cancellation)).Glossary.Terms.FirstOrDefault(term => GlossaryEdits.TagOf(term) == was);
        return await ChangeAsync(language, by, "term-removed", term is null ? "" : Named(term), read => GlossaryEdits.Remove(read.Glossary, was), cancellation);
    }

    /// <summary>Puts a whole file in place of the version that was read.</summary>
    public async Task<Parsed<StoredGlossary>> ReplaceAsync(LanguageTag language, string file, ReadOnlyMemory<byte> content, ETag read, Person by, CancellationToken cancellation)
    {
        var terms = GlossaryImport.Read(file, content.Span, language);
        if (!terms.IsValid)
        {
            return Parsed<StoredGlossary>.Bad(terms.Problems);
        }

        var replaced = await ChangeAsync(
            language,
            by,
            "glossary-replaced",
            file,
            now => read == ETag.All || read == now.ETag ? now.Glossary with { Terms = [.. terms.Value] } : new Problem(nameof(ProblemTexts.ChangedMeanwhile)),
            cancellation);
        return replaced.IsDone ? Parsed<StoredGlossary>.Of(replaced.Value) : Parsed<StoredGlossary>.Bad([replaced.Problem]);
    }

    private static string Named(GlossaryTerm term) => $"{term.Source} → {term.Target}";

    private async Task<Result<StoredGlossary>> ChangeAsync(
        LanguageTag language, Person by, string what, string detail, Func<GlossaryVersion, Result<StoredGlossary>> change, CancellationToken cancellation) =>
        TranslationAccess.CheckStaff(by) is { } refusal ? refusal
        : SuppliedLanguage(language) is { } wrong ? wrong
        : await glossaries.TryChangeAsync(language, change, new("glossary", time.GetUtcNow(), by.Id.Value, what, Language: language.Value, Detail: detail), cancellation);

    private static Problem? SuppliedLanguage(LanguageTag language) => language.IsVietnamese ? new(nameof(ProblemTexts.OriginalIsNoTranslation)) : null;
}
