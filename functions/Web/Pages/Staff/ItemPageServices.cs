using Dissemination.Content;
using Dissemination.Deliveries;
using Dissemination.Intake;
using Dissemination.Problems;
using Dissemination.Storage;
using Dissemination.Web.Api;
using Dissemination.Web.Pages.Frame;
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
    [FromServices] IOptions<ExpiryOptions> Expiry,
    [FromServices] TimeProvider Time)
{
    public static IResult NotFound(ItemId id) => ProblemAnswers.Of(new(nameof(ProblemTexts.UnknownItem), null, id.ToString()));

    /// <summary>Leads back to the page, or shows it with why nothing was done and with what was typed.</summary>
    public Task<IResult> AnswerAsync(
        ItemId id, string done, Parsed<Row<Item>> decided, ItemForm typed, CancellationToken cancellationToken) =>
        PageAnswers.DoneOrAgainAsync(
            decided.Problems, $"/items/{id}", done, problems => ShowAsync(id, problems, typed, cancellationToken));

    /// <summary>What was typed stays, beside the item as it stands now.</summary>
    public async Task<IResult> ShowAsync(ItemId id, IReadOnlyList<Problem> problems, ItemForm typed, CancellationToken cancellationToken)
    {
        if (await Views.FindAsync(id, cancellationToken) is not { } view)
        {
            return NotFound(id);
        }

        var frame = PageFrame.Of(Context, view.Item.Headline, $"/items/{id}") with { Problems = problems };
        return PageAnswers.Page<ItemPage, ItemModel>(
            new(frame, view, typed) { Now = Time.GetUtcNow(), ExpiredPosts = Expiry.Value.Posts }, PageAnswers.StatusOf(problems));
    }
}
