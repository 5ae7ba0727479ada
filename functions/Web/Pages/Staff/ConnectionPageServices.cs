using Dissemination.Deliveries.Connections;
using Dissemination.Directory;
using Dissemination.Problems;
using Dissemination.Reviewing;
using Dissemination.Storage;
using Dissemination.Translation;
using Dissemination.Web.Pages.Frame;
using Microsoft.AspNetCore.Mvc;

namespace Dissemination.Web.Pages.Staff;

/// <summary>What the page of the connections needs, and the page.</summary>
internal sealed record ConnectionPageServices(
    HttpContext Context,
    [FromServices] ConnectionService Connections,
    [FromServices] DirectoryStore Directories,
    [FromServices] ReviewNotificationOptions ReviewerBot,
    [FromServices] TimeProvider Time)
{
    public const string Address = "/connections";

    /// <param name="check">What was just checked, and what is wrong with it.</param>
    public async Task<IResult> ShowAsync(
        string? commune,
        (DestinationId Id, IReadOnlyList<Problem> Found)? check,
        Result<ReviewerConnection>? bot,
        CancellationToken cancellationToken)
    {
        var directory = await Directories.CurrentAsync(cancellationToken);
        var chosen = IStringId<CommuneId>.Find(commune) is { } id ? directory.Find(id) : null;
        var model = new ConnectionsModel(
            PageFrame.Of(Context, Texts.ConnectionsTitle, chosen is null ? Address : $"{Address}?commune={chosen.Id}"),
            directory,
            chosen,
            await Connections.LanesAsync(cancellationToken),
            chosen is null
                ? await Connections.ClosedAsync(cancellationToken)
                : await Connections.OfCommuneAsync(chosen.Id, cancellationToken),
            Time.GetUtcNow())
        {
            Checked = check?.Id,
            Found = check?.Found ?? [],
            HasReviewerBot = ReviewerBot.IsOn,
            ReviewerBot = bot,
        };
        return PageAnswers.Page<ConnectionsPage, ConnectionsModel>(model);
    }
}
