using System.Collections.Immutable;
using Dissemination.Content;
using Dissemination.Directory;
using Dissemination.Translation.Checks;
using Dissemination.Translation.Glossary;

namespace Dissemination.Translation.Review;

/// <summary>Judges a translation as it is stored.</summary>
internal sealed class TextJudge(GlossaryStore glossaries, ITextFit fit)
{
    /// <summary>What the checks find in it; nothing where there are no words yet. Mostly no transaction.</summary>
    public async Task<ImmutableArray<Finding>> JudgeAsync(TranslatedVersion translation, ItemContent content, CancellationToken cancellation) =>
        translation.Text.IsEmpty
            ? []
            : TranslationChecks.Judge(Languages.Find(translation.Id.Language)!, content, translation.Text, await glossaries.OfAsync(translation.Id.Language, cancellation), fit);
}
