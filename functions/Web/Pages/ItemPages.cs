using Dissemination.Content;
using Dissemination.Deliveries;
using Dissemination.Problems;
using Dissemination.Storage;
using Dissemination.Web.Pages.Frame;
using Dissemination.Web.Pages.Staff;
using Dissemination.Web.SignIn;

namespace Dissemination.Web.Pages;

internal static class ItemPages
{
    public static void MapItemPages(this IEndpointRouteBuilder pages)
    {
        var items = pages.MapGroup("/items").RequireAuthorization();
        items.MapGet("/", async (string? next, HttpContext context, ItemReader all, CancellationToken cancellationToken) =>
            PageAnswers.Page<ItemListPage, ItemListModel>(
                new(PageFrame.Of(context, Texts.ItemsTitle), await all.ListAsync(next, size: 50, cancellationToken))));
        items.MapGet("/{id}", (ItemId id, [AsParameters] ItemPageServices page, CancellationToken cancellationToken) =>
            page.ShowAsync(id, [], ItemForm.Empty, cancellationToken));
        items.MapGet("/{id}/history", HistoryAsync);
        items.MapGet("/{id}/deliveries", DeliveriesAsync);
        items.MapPost("/{id}/approve", ApproveAsync).RequireAuthorization(Policies.Approver);
        items.MapPost("/{id}/withdraw", WithdrawAsync).RequireAuthorization(Policies.StaffOrApprover);
    }

    private static async Task<IResult> HistoryAsync(
        ItemId id, string? next, [AsParameters] ItemListServices page, CancellationToken cancellationToken)
    {
        if (await page.Items.FindAsync(id, cancellationToken) is not { } row)
        {
            return ItemPageServices.NotFound(id);
        }

        var history = await page.Items.HistoryPageAsync(id, next, size: 100, cancellationToken);
        var directory = await page.Directories.CurrentAsync(cancellationToken);
        var frame = PageFrame.Of(page.Context, $"{Texts.History}: {row.Value.Headline}");
        return PageAnswers.Page<ItemHistoryPage, ItemHistoryModel>(new(frame, id, history, directory));
    }

    private static async Task<IResult> DeliveriesAsync(
        ItemId id, string? state, string? next, [AsParameters] ItemListServices page, CancellationToken cancellationToken)
    {
        if (await page.Items.FindAsync(id, cancellationToken) is not { } row)
        {
            return ItemPageServices.NotFound(id);
        }

        var wanted = state is { Length: > 0 } ? EnumNames.Find<DeliveryState>(state) : null;
        var deliveries = await page.Lists.PageAsync(wanted, id, page.Caller.CommuneOf(asked: null), next, cancellationToken);
        var directory = await page.Directories.CurrentAsync(cancellationToken);
        var frame = PageFrame.Of(page.Context, $"{Texts.Deliveries}: {row.Value.Headline}");
        return PageAnswers.Page<ItemDeliveriesPage, ItemDeliveriesModel>(new(frame, id, wanted, deliveries, directory));
    }

    private static async Task<IResult> ApproveAsync(
        ItemId id, ItemForm form, IfMatch read, [AsParameters] ItemPageServices page, CancellationToken cancellationToken)
    {
        var approved = form.DayOf(out var day) is { } problem
            ? Parsed<Row<Item>>.Bad([problem])
            : await page.Commands.ApproveAsync(
                id, page.Caller.Person.Id, (form.Document, day), read.Version, cancellationToken);
        return await page.AnswerAsync(id, DoneLabels.Approved, approved, form, cancellationToken);
    }

    private static async Task<IResult> WithdrawAsync(
        ItemId id, ItemForm form, IfMatch read, [AsParameters] ItemPageServices page, CancellationToken cancellationToken)
    {
        var withdrawn = await page.Commands.WithdrawAsync(
            id, page.Caller.Person.Id, form.Reason ?? "", read.Version, cancellationToken);
        return await page.AnswerAsync(id, DoneLabels.Withdrawn, withdrawn, form, cancellationToken);
    }
}
