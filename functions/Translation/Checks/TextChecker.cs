using System.Collections.Immutable;
using Dissemination.Content;
using Dissemination.Directory;
using Dissemination.Translation.Glossary;

namespace Dissemination.Translation.Checks;

/// <summary>Checks the words of a translation.</summary>
internal sealed class TextChecker(GlossaryStore glossaries, TextFit fit)
{
    /// <summary>What the checks find in it; nothing where there are no words yet. Mostly no transaction.</summary>
    public async Task<ImmutableArray<Finding>> CheckAsync(
        LanguageTag language, VersionText text, ItemContent content, CancellationToken cancellationToken) =>
        text.IsEmpty
            ? []
            : TranslationChecks.Find(Languages.Find(language)!, content, text, await glossaries.OfAsync(language, cancellationToken), fit);
}
