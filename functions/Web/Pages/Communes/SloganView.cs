using System.Collections.Immutable;
using Dissemination.Content;
using Dissemination.Deliveries.Foresight;
using Dissemination.Storage;
using Dissemination.Translation;
using Dissemination.Translation.Checks;

namespace Dissemination.Web.Pages.Communes;

/// <summary>A translated slogan that waits for a reviewer.</summary>
/// <param name="Findings">What the checks find and nobody dismissed.</param>
/// <param name="Approval">What approving it sets off.</param>
internal sealed record SloganView(
    Row<TranslatedVersion> Row, ItemContent Source, ImmutableArray<Finding> Findings, ForeseenApproval Approval)
{
    public TextId Id => Row.Value.TextId;

    /// <summary>As a form names what was read of it.</summary>
    public string Version => Row.ETag.ToString("H");

    /// <summary>Whether nothing has to be looked at first.</summary>
    public bool IsSound => !Findings.Any(finding => finding.IsError);
}
