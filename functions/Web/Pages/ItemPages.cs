using System.Globalization;
using Azure;
using Dissemination.Content;
using Dissemination.Directory;
using Dissemination.Problems;
using Dissemination.Publishing;
using Dissemination.Storage;
using Dissemination.Web.Api;
using Dissemination.Web.Pages.Frame;
using Dissemination.Web.Pages.Staff;
using Dissemination.Web.SignIn;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Dissemination.Web.Pages;

internal static class ItemPages
{
    public static void MapItemPages(this IEndpointRouteBuilder pages)
    {
        var items = pages.MapGroup("/items").RequireAuthorization();
        items.MapGet("/", async (string? next, HttpContext context, Items all, CancellationToken cancellation) =>
            PageAnswers.Page<ItemListPage, ItemListModel>(new(PageFrame.Of(context, Texts.ItemsTitle), await all.ListAsync(next, size: 50, cancellation))));
        items.MapGet("/{id}", (string id, HttpContext context, ItemSights sights, CancellationToken cancellation) =>
            ShowAsync(id, context, sights, [], (frame, sight) => new(frame, sight), cancellation));
        items.MapGet("/{id}/history", HistoryAsync);
        items.MapGet("/{id}/deliveries", DeliveriesAsync);
        items.MapPost("/{id}/approve", ApproveAsync).RequireAuthorization(Policies.Approver);
        items.MapPost("/{id}/withdraw", WithdrawAsync).RequireAuthorization(Policies.StaffOrApprover);
    }

    private static async Task<IResult> HistoryAsync(string id, string? next, HttpContext context, Items items, DirectoryStore directories, CancellationToken cancellation)
    {
        if (!ItemId.TryParse(id, null, out var item) || await items.FindAsync(item, cancellation) is not { } row)
        {
            return NotFound(id);
        }

        var page = await items.HistoryPageAsync(item, next, size: 100, cancellation);
        var directory = await directories.CurrentAsync(cancellation);
        var frame = PageFrame.Of(context, $"{Texts.History}: {row.Value.Headline}");
        return PageAnswers.Page<ItemHistoryPage, ItemHistoryModel>(
            new(frame, item, page, directory));
    }

    private static async Task<IResult> DeliveriesAsync(
        string id, string? state, string? next, HttpContext context, Items items, DeliveryLists lists, DirectoryStore directories, CancellationToken cancellation)
    {
        if (!ItemId.TryParse(id, null, out var item) || await items.FindAsync(item, cancellation) is not { } row)
        {
            return NotFound(id);
        }

        var wanted = state is { Length: > 0 } ? Names.Find<DeliveryState>(state) : null;
        var page = await lists.PageAsync(wanted, item, commune: null, next, cancellation);
        var frame = PageFrame.Of(context, $"{Texts.Deliveries}: {row.Value.Headline}");
        return PageAnswers.Page<ItemDeliveriesPage, ItemDeliveriesModel>(new(frame, item, wanted, page, await directories.CurrentAsync(cancellation)));
    }

    private static async Task<IResult> ApproveAsync(
        string id,
        [FromForm] string? document,
        [FromForm] string? date,
        [FromForm] string? etag,
        HttpContext context,
        Acting acting,
        Items items,
        ItemSights sights,
        TimeProvider time,
        CancellationToken cancellation)
    {
        ItemModel Again(PageFrame frame, ItemSight sight) => new(frame, sight) { Document = document, Date = date };
        if (DateOf(date, time) is not { } day)
        {
            return await ShowAsync(id, context, sights, [new(nameof(ProblemTexts.NotADate), null, date ?? "")], Again, cancellation);
        }

        return await DecideAsync(
            id,
            item => items.ApproveAsync(item, acting.Person.Id, document ?? "", day, new ETag(etag ?? ""), cancellation),
            DoneWords.Approved,
            context,
            sights,
            Again,
            cancellation);
    }

    private static Task<IResult> WithdrawAsync(
        string id, [FromForm] string? reason, [FromForm] string? etag, HttpContext context, Acting acting, Items items, ItemSights sights, CancellationToken cancellation) =>
        DecideAsync(
            id,
            item => items.WithdrawAsync(item, acting.Person.Id, reason ?? "", new ETag(etag ?? ""), cancellation),
            DoneWords.Withdrawn,
            context,
            sights,
            (frame, sight) => new(frame, sight) { Reason = reason ?? "" },
            cancellation);

    private static async Task<IResult> DecideAsync(
        string id,
        Func<ItemId, Task<Parsed<Row<Item>>>> decide,
        string done,
        HttpContext context,
        ItemSights sights,
        Func<PageFrame, ItemSight, ItemModel> again,
        CancellationToken cancellation)
    {
        if (!ItemId.TryParse(id, null, out var item))
        {
            return NotFound(id);
        }

        var decided = await decide(item);
        return decided.IsValid
            ? PageAnswers.Done($"/items/{item}", done)
            : await ShowAsync(id, context, sights, decided.Problems, again, cancellation);
    }

    // What was typed stays, beside the item as it stands now.
    private static async Task<IResult> ShowAsync(
        string id,
        HttpContext context,
        ItemSights sights,
        IReadOnlyList<Problem> problems,
        Func<PageFrame, ItemSight, ItemModel> model,
        CancellationToken cancellation)
    {
        if (!ItemId.TryParse(id, null, out var item) || await sights.FindAsync(item, cancellation) is not { } sight)
        {
            return NotFound(id);
        }

        var frame = PageFrame.Of(context, sight.Item.Headline, $"/items/{item}") with { Problems = problems };
        return PageAnswers.Page<ItemPage, ItemModel>(model(frame, sight), PageAnswers.StatusOf(problems));
    }

    // No date is today in Việt Nam.
    private static DateOnly? DateOf(string? date, TimeProvider time) =>
        string.IsNullOrWhiteSpace(date) ? LocalTime.DayOf(time.GetUtcNow())
        : LocalTime.TryParseDate(date, out var day) ? day
        : null;

    private static ProblemHttpResult NotFound(string id) => ProblemAnswers.Of(new(nameof(ProblemTexts.UnknownItem), null, id));
}
