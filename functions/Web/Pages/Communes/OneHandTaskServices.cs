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
    [FromServices] TaskPhotographs Photographs,
    [FromServices] DirectoryStore Directories)
{
    /// <summary>
    /// Confirms, with a photograph where one was sent: that is kept first, so that what is confirmed shows it, and let go where it is not.
    /// </summary>
    public async Task<Result<StoredDelivery>> ConfirmAsync(
        DeliveryId id, DeliveryCommand.Confirm confirm, IFormFile? sent, CancellationToken cancellationToken)
    {
        if (sent is null || confirm.Impossible is not null)
        {
            return await Commands.ExecuteOneAsync(confirm, id, Caller.Person, cancellationToken);
        }

        var drawn = await TaskPhotographs.DrawAsync(sent.FileName, await ReadAsync(sent, cancellationToken), cancellationToken);
        if (!drawn.IsValid)
        {
            return drawn.Problems[0] with { Place = null };
        }

        var name = await Photographs.KeepAsync(id, drawn.Value, cancellationToken);
        confirm = confirm with { Proof = (confirm.Proof ?? new()) with { Photograph = name } };
        var confirmed = await Commands.ExecuteOneAsync(confirm, id, Caller.Person, cancellationToken);
        if (!confirmed.IsDone || confirmed.Value.Value.Proof?.Photograph != name)
        {
            await Photographs.DropAsync(name, cancellationToken);
        }

        return confirmed;
    }

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
        return PageAnswers.Page<HandTaskPage, HandTaskModel>(
            new(frame, task, await Directories.CurrentAsync(cancellationToken))
            {
                Typed = typed,
                ShowsPhotograph = await IsThereAsync(task.Delivery, cancellationToken),
            },
            PageAnswers.StatusOf(problems));
    }

    /// <summary>One that is older than photographs are kept is there no more.</summary>
    private async Task<bool> IsThereAsync(Delivery delivery, CancellationToken cancellationToken) =>
        delivery.Proof?.Photograph is { } name && await Photographs.IsThereAsync(name, cancellationToken);

    /// <summary>What there is of it, and a little more than is taken: whoever draws it says that it is too large.</summary>
    private static async Task<ReadOnlyMemory<byte>> ReadAsync(IFormFile file, CancellationToken cancellationToken)
    {
        var bytes = new byte[Math.Min(file.Length, Limits.PictureBytes + 1)];
        await using var stream = file.OpenReadStream();
        await stream.ReadExactlyAsync(bytes, cancellationToken);
        return bytes;
    }
}
