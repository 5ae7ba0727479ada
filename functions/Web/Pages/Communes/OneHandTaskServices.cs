using Dissemination.Content;
using Dissemination.Deliveries;
using Dissemination.Deliveries.HandTasks;
using Dissemination.Directory;
using Dissemination.Problems;
using Dissemination.Web.Api;
using Dissemination.Web.Pages.Frame;
using Dissemination.Web.SignIn;
using Microsoft.AspNetCore.Mvc;

namespace Dissemination.Web.Pages.Communes;

/// <summary>What the page of one hand task needs, and the page.</summary>
internal sealed record OneHandTaskServices(
    HttpContext Context,
    CurrentPerson Caller,
    [FromServices] DeliveryCommands Commands,
    [FromServices] HandTaskPosts Posts,
    [FromServices] DirectoryStore Directories)
{
    /// <param name="typed">What was typed into a form that was not done.</param>
    public async Task<IResult> ShowAsync(
        DeliveryId id, IReadOnlyList<Problem> problems, ProofForm? typed, CancellationToken cancellationToken)
    {
        if (await Posts.FindAsync(id, cancellationToken) is not { } task)
        {
            return ProblemAnswers.Of(new(nameof(ProblemTexts.DeliveryNotFound), null, id.ToString()));
        }

        if (task.Voice is null)
        {
            // The script fetches the card, to hand it to another app.
            PageAnswers.AllowOwnScriptToSend(Context);
        }
        else
        {
            PageAnswers.Allow(Context, "script-src 'self'; connect-src 'self'; media-src 'self'");
        }

        var frame = PageFrame.Of(Context, task.Version.Item.Headline, $"{HandTaskQuery.Path}/{id}") with { Problems = problems };
        var place = (await Directories.CurrentAsync(cancellationToken)).DestinationOf(task.Delivery);
        return PageAnswers.Page<HandTaskPage, HandTaskModel>(
            new(frame, task, place) { Typed = typed }, PageAnswers.StatusOf(problems));
    }
}
