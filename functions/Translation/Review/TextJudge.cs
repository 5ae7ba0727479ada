using System.Collections.Immutable;
using Dissemination.Content;
using Dissemination.Directory;
using Dissemination.Translation.Checks;

namespace Dissemination.Translation.Review;

/// <summary>Judges a translation as it is stored.</summary>
internal sealed class TextJudge(ITextFit fit)
{
    public Task<ImmutableArray<Finding>> JudgeAsync(TranslatedVersion translation, ItemContent content, CancellationToken cancellation) =>
        Task.FromResult(translation.Text.IsEmpty ? [] : TranslationChecks.Judge(Languages.Find(translation.Id.Language)!, content, translation.Text, [], fit));
}
