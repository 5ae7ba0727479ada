using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using Dissemination.Content;
using Dissemination.Deliveries;
using Dissemination.Deliveries.Foresight;
using Dissemination.Deliveries.HandTasks;
using Dissemination.Directory;
using Dissemination.Intake;
using Dissemination.Intake.Drafts;
using Dissemination.Problems;
using Dissemination.Storage;
using Dissemination.Web.Api;
using Dissemination.Web.Pages.Frame;
using Dissemination.Web.Pages.Seen;
using Dissemination.Web.SignIn;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace Dissemination.Web.Pages.Staff;

/// <summary>What the page of an item needs, and the page.</summary>
internal sealed record ItemPageServices(
    HttpContext Context,
    CurrentPerson Caller,
    [FromServices] ItemCommands Commands,
    [FromServices] ItemViewReader Views,
    [FromServices] SeenReader Seen,
    [FromServices] DeliveryForesight Foresight,
    [FromServices] CorrectionDrafts Corrections,
    [FromServices] ApprovalReader Approvals,
    [FromServices] ItemNotes Notes,
    [FromServices] IOptions<ExpiryOptions> Expiry,
    [FromServices] IOptions<HandTaskOptions> HandTasks,
    [FromServices] DirectoryStore Directories,
    [FromServices] OpenStreams Streams,
    [FromServices] IHostApplicationLifetime Program,
    [FromServices] TimeProvider Time)
{
    /// <summary>How often it is looked how far an item is that somebody follows, and for how long before the browser asks anew.</summary>
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(2), MostFollowed = TimeSpan.FromSeconds(50);

    private const string EventStream = "text/event-stream";

    /// <summary>The events of the stream: another line, or that it still says the same.</summary>
    private const string Another = "way", Same = "still";

    public static IResult NotFound(ItemId id) => ProblemAnswers.Of(new(nameof(ProblemTexts.UnknownItem), null, id.ToString()));

    /// <summary>Leads back to the page, or shows it with why nothing was done and with what was typed.</summary>
    public Task<IResult> AnswerAsync(
        ItemId id, string done, Parsed<Row<Item>> decided, ItemForm typed, CancellationToken cancellationToken) =>
        PageAnswers.DoneOrAgainAsync(
            decided.Problems, $"/items/{id}", done, problems => ShowAsync(id, problems, typed, cancellationToken));

    /// <summary>What was typed stays, beside the item as it stands now.</summary>
    /// <param name="done">What was done all the same, where not all could be.</param>
    public async Task<IResult> ShowAsync(
        ItemId id, IReadOnlyList<Problem> problems, ItemForm typed, CancellationToken cancellationToken, string? done = null)
    {
        if (await Views.FindAsync(id, cancellationToken) is not { } view)
        {
            return NotFound(id);
        }

        PageAnswers.AllowOwnScriptToSend(Context);
        var frame = PageFrame.Of(Context, view.Item.Headline, $"/items/{id}");
        frame = frame with { Problems = [.. problems.Select(ItemForm.InWords)], Done = done ?? frame.Done };
        return PageAnswers.Page<ItemPage, ItemModel>(
            new(frame, view, await OutlookAsync(view, cancellationToken), typed)
            {
                Way = WayOf(frame, view),
                Now = Time.GetUtcNow(),
                ExpiredPosts = Expiry.Value.Posts,
                AsksToReturn = Context.Request.Query["return"] == "true",
            },
            PageAnswers.StatusOf(problems));
    }

    private async Task<ItemOutlook> OutlookAsync(ItemView view, CancellationToken cancellationToken)
    {
        var (item, language) = (view.Item, IStringId<LanguageTag>.Find(Context.Request.Query["language"]) ?? LanguageTag.Vietnamese);
        var waits = item.State is ItemState.WaitingForApproval or ItemState.Returned;
        return new(
            await Seen.OfItemAsync((item, view.Content), view.Translations, language, view.Directory, cancellationToken),
            waits ? (await Foresight.OfApprovalsAsync([item], cancellationToken))[0] : null,
            await Foresight.OfWithdrawalAsync(view.Deliveries, cancellationToken))
        {
            Changes = waits ? await Approvals.ChangesAsync(item, view.Directory, cancellationToken) : null,
            Notes = ItemModel.IsColleague(Caller.Person) ? await Notes.OfAsync(item.Id.Value, cancellationToken) : [],
        };
    }

    /// <summary>The line alone that tells how far the item is.</summary>
    public async Task<IResult> ShowWayAsync(ItemId id, CancellationToken cancellationToken) =>
        await Views.FindAsync(id, cancellationToken) is { } view
            ? new PageResult(
                ItemWayLine.Create(WayOf(PageFrame.Of(Context, view.Item.Headline), view)), StatusCodes.Status200OK)
            : NotFound(id);

    /// <summary>
    /// The same line each time that it says something else, as long as something of the item is being sent. Whoever asks for no stream, or
    /// holds several open already, gets it once; a browser asks for it again after some seconds by itself.
    /// </summary>
    public async Task<IResult> FollowWayAsync(ItemId id, CancellationToken cancellationToken)
    {
        if (await Views.FindAsync(id, cancellationToken) is not { } view)
        {
            return NotFound(id);
        }

        // A proxy that keeps answers until they are whole would keep this one.
        Context.Response.Headers["X-Accel-Buffering"] = "no";
        return TypedResults.ServerSentEvents(FollowAsync(view, cancellationToken));
    }

    /// <summary>Six transactions a look. Whose session has ended meanwhile is told nothing more.</summary>
    private async IAsyncEnumerable<SseItem<string>> FollowAsync(ItemView first, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, Program.ApplicationStopping);
        var people = Context.RequestServices.GetRequiredService<IPersonOfRequest>();
        var isStream = Context.Request.Headers.Accept.ToString().Contains(EventStream, StringComparison.Ordinal);
        using var held = isStream ? Streams.Open(Caller.Person.Id) : null;
        var (until, told) = (Time.GetUtcNow() + MostFollowed, "");
        for (var view = first; view is not null; view = await Views.FindAsync(first.Item.Id, cancellationToken))
        {
            var way = WayOf(PageFrame.Of(Context, view.Item.Headline), view);
            var line = await ItemWayLine.Create(way).RenderAsync(ReadableHtml.Encoder, cancellationToken);
            var isSame = line == told;
            yield return new SseItem<string>(isSame ? "" : line, isSame ? Same : Another);
            told = line;
            if (held is null || !way.Way.IsLive || Time.GetUtcNow() >= until)
            {
                yield break;
            }

            await Task.Delay(BetweenLooks, Time, ending.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (ending.IsCancellationRequested || await people.OfAsync(Context) is null)
            {
                yield break;
            }
        }
    }

    private ItemWayModel WayOf(PageFrame frame, ItemView view) => new(frame, view, (Time.GetUtcNow(), HandTasks.Value.LateAfter));
}
