using Dissemination.Directory;
using Dissemination.Problems;

namespace Dissemination.Translation.Drafting;

/// <summary>A machine that drafts translations for a person to work on. What it gives is never published by itself.</summary>
internal interface IDraftTranslator
{
    /// <summary>Whether it translates from Vietnamese into that very language; one that is only like it does not count.</summary>
    bool Serves(LanguageTag to);

    Task<Result<DraftTexts>> TranslateAsync(IReadOnlyList<string> texts, LanguageTag to, CancellationToken cancellationToken);
}
