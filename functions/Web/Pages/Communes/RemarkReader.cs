using Dissemination.Content;
using Dissemination.Translation;
using Dissemination.Translation.Checks;
using Dissemination.Translation.Review;

namespace Dissemination.Web.Pages.Communes;

/// <summary>Checks a translation and reads what was said of it: one transaction.</summary>
internal sealed class RemarkReader(TextChecker checker, CommentService comments)
{
    public async Task<Remarks> ReadAsync(TranslatedVersion translation, ItemContent source, CancellationToken cancellationToken)
    {
        var found = await checker.CheckAsync(translation.Id.Language, translation.Text, source, cancellationToken);
        return new(
            [.. found.Select(finding => new FindingView(
                finding, translation.Dismissals.FirstOrDefault(dismissal => dismissal.Finding == finding.Key)))],
            [.. await comments.OfAsync(translation.TextId, cancellationToken).ToListAsync(cancellationToken)]);
    }
}
