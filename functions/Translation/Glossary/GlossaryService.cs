using Dissemination.Directory;
using Dissemination.Problems;
using ETag = Azure.ETag;

namespace Dissemination.Translation.Glossary;

/// <summary>
/// Glossaries as provincial staff work at them. A term names the one that was read, a whole file names the version that was read: of two
/// changes of the same, the second is told that it came second, and changes of different terms both stand.
/// </summary>
internal sealed class GlossaryService(GlossaryStore glossaries, TimeProvider time)
{
    public Task<Result<StoredGlossary>> AddAsync(GlossaryTerm term, Person by, CancellationToken cancellationToken) =>
        ChangeAsync(term.Language, by, "term-added", Named(term), read => GlossaryEdits.Add(read.Glossary, term), cancellationToken);

    /// <param name="was">The term as it was read, by its <see cref="GlossaryEdits.TagOf"/>.</param>
    public Task<Result<StoredGlossary>> ChangeAsync(string was, GlossaryTerm term, Person by, CancellationToken cancellationToken) =>
        ChangeAsync(
            term.Language, by, "term-changed", Named(term), read => GlossaryEdits.Change(read.Glossary, was, term), cancellationToken);

    /// <param name="was">The term as it was read, by its <see cref="GlossaryEdits.TagOf"/>.</param>
    public async Task<Result<StoredGlossary>> RemoveAsync(LanguageTag language, string was, Person by, CancellationToken cancellationToken)
    {
        var term = (
            await glossaries.VersionAsync(language, cancellationToken)).Glossary.Terms.FirstOrDefault(
                term => GlossaryEdits.TagOf(term) == was);
        return await ChangeAsync(
            language,
            by,
            "term-removed",
            term is null ? "" : Named(term),
            read => GlossaryEdits.Remove(read.Glossary, was),
            cancellationToken);
    }

    /// <summary>Puts a whole file in place of the version that was read.</summary>
    /// <param name="file">Where the terms come from.</param>
    public Task<Result<StoredGlossary>> ReplaceAsync(
        LanguageTag language, string file, IEnumerable<GlossaryTerm> terms, ETag read, Person by, CancellationToken cancellationToken) =>
        ChangeAsync(
            language,
            by,
            "glossary-replaced",
            file,
            now => read == ETag.All || read == now.ETag
                ? now.Glossary with { Terms = [.. terms] }
                : new Problem(nameof(ProblemTexts.ChangedMeanwhile)),
            cancellationToken);

    private static string Named(GlossaryTerm term) => $"{term.Source} → {term.Target}";

    private async Task<Result<StoredGlossary>> ChangeAsync(
        LanguageTag language, Person by, string what, string detail, Func<GlossaryVersion, Result<StoredGlossary>> change, CancellationToken cancellationToken) =>
        by.StaffProblem is { } refusal ? refusal
        : SuppliedLanguage(language) is { } wrong ? wrong
        : await glossaries.TryChangeAsync(
            language,
            change,
            new("glossary", time.GetUtcNow(), by.Id.Value, what, Language: language.Value, Detail: detail),
            cancellationToken);

    private static Problem? SuppliedLanguage(LanguageTag language) =>
        language.IsVietnamese ? new(nameof(ProblemTexts.OriginalIsNoTranslation)) : null;
}
