using System.Collections.Immutable;
using Dissemination.Content;
using Dissemination.Translation.Checks;

namespace Dissemination.Translation.Review;

/// <summary>Judges a translation as it is stored.</summary>
internal sealed class TextJudge
{
    public Task<ImmutableArray<Finding>> JudgeAsync(TranslatedVersion translation, ItemContent content, CancellationToken cancellation) =>
        Task.FromResult(ImmutableArray<Finding>.Empty);
}
