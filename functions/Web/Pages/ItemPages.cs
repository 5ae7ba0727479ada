using Dissemination.Channels.Cards;
using Dissemination.Content;
using Dissemination.Directory;
using Dissemination.Problems;
using Dissemination.Reports.Items;
using Dissemination.Storage;
using Dissemination.Web.Api;
using Dissemination.Web.Pages.Frame;
using Dissemination.Web.Pages.Staff;
using Dissemination.Web.SignIn;

namespace Dissemination.Web.Pages;

internal static class ItemPages
{
    public static void MapItemPages(this IEndpointRouteBuilder pages)
    {
        var items = pages.MapGroup("/items").RequireAuthorization();
        items.MapGet("/", async (ItemListQuery query, HttpContext context, ItemListReader all, CancellationToken cancellationToken) =>
            PageAnswers.Page<ItemListPage, ItemListModel>(new(
                PageFrame.Of(context, Texts.ItemsTitle),
                await all.ReadAsync(query.Filter, query.Sort, query.From, cancellationToken),
                query)));
        items.MapGet("/{id}", (ItemId id, [AsParameters] ItemPageServices page, CancellationToken cancellationToken) =>
            page.ShowAsync(id, [], ItemForm.Empty, cancellationToken));
        items.MapGet("/{id}/cards/{language}", CardAsync);
        items.MapGet("/{id}/history", HistoryAsync);
        items.MapGet("/{id}/deliveries", DeliveriesAsync);
        items.MapPost("/{id}/approve", ApproveAsync).RequireAuthorization(Policies.Approver).RequireFreshSignIn();
        items.MapPost("/{id}/correct", CorrectAsync).RequireAuthorization(Policies.StaffOrApprover);
        items.MapPost("/{id}/untranslated", ChooseAsync).RequireAuthorization(Policies.StaffOrApprover);
        items.MapPost("/{id}/notes", NoteAsync).RequireAuthorization(Policies.StaffOrApprover);
        items.MapPost("/{id}/return", ReturnAsync).RequireAuthorization(Policies.Approver);
        items.MapPost("/{id}/withdraw", WithdrawAsync).RequireAuthorization(Policies.StaffOrApprover);
    }

    /// <summary>The picture card that the current revision will have in a language, drawn and not kept.</summary>
    private static async Task<IResult> CardAsync(
        ItemId id,
        LanguageTag language,
        CommuneId? commune,
        HttpContext context,
        [AsParameters] ItemCardServices cards,
        CancellationToken cancellationToken)
    {
        if (await cards.Items.FindAsync(id, cancellationToken) is not { Value: var item }
            || await cards.Versions.FindAsync(item.Original with { Language = language }, cancellationToken) is not { } version
            || version.AsApproved().For(commune).Card is not { } card || CardMaker.Make(card) is not { IsDone: true, Value: var png })
        {
            return ItemPageServices.NotFound(id);
        }

        context.Response.Headers.CacheControl = "private, max-age=60";
        return Results.Bytes(png, "image/png");
    }

    private static async Task<IResult> HistoryAsync(
        ItemId id, string? next, [AsParameters] ItemListServices page, CancellationToken cancellationToken)
    {
        if (await page.Items.FindAsync(id, cancellationToken) is not { } row)
        {
            return ItemPageServices.NotFound(id);
        }

        var history = await page.Items.HistoryPageAsync(id, next, size: 30, cancellationToken);
        var directory = await page.Directories.CurrentAsync(cancellationToken);
        var frame = PageFrame.Of(page.Context, $"{Texts.History}: {row.Value.Headline}");
        return PageAnswers.Page<ItemHistoryPage, ItemHistoryModel>(new(frame, id, history, directory));
    }

    /// <summary>Two transactions, and one more for each ten thousand deliveries or so.</summary>
    private static async Task<IResult> DeliveriesAsync(
        ItemId id, ItemDeliveriesQuery query, [AsParameters] ItemListServices page, CancellationToken cancellationToken)
    {
        if (await page.Items.FindAsync(id, cancellationToken) is not { } row)
        {
            return ItemPageServices.NotFound(id);
        }

        var directory = await page.Directories.CurrentAsync(cancellationToken);
        var family = query.Commune is { } commune ? directory.FamilyOf(commune) : [];
        var found = await page.Deliveries.OfAsync(id, cancellationToken)
            .Select(stored => stored.Value)
            .Where(delivery => (query.State is null || delivery.State == query.State)
                && (family.IsEmpty || family.Contains(delivery.Id.Destination.Commune))
                && page.Caller.Person.Reads(directory.Successor(delivery.Id.Destination.Commune)))
            .ToListAsync(cancellationToken);
        var frame = PageFrame.Of(page.Context, $"{Texts.Deliveries}: {row.Value.Headline}");
        return PageAnswers.Page<ItemDeliveriesPage, ItemDeliveriesModel>(new(frame, id, query, [.. found], directory));
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

    private static async Task<IResult> CorrectAsync(
        ItemId id, [AsParameters] ItemPageServices page, CancellationToken cancellationToken)
    {
        var opened = await page.Corrections.OpenAsync(id, page.Caller.Person.Id, cancellationToken);
        return opened.IsDone ? Results.LocalRedirect($"/drafts/{opened.Value.Value.Id}") : ProblemAnswers.Of(opened.Problem);
    }

    private static async Task<IResult> ChooseAsync(
        ItemId id, ItemForm form, IfMatch read, [AsParameters] ItemPageServices page, CancellationToken cancellationToken)
    {
        var choice = EnumNames.Find<Untranslated>(form.Untranslated ?? "") ?? Untranslated.Wait;
        var chosen = await page.Commands.ChooseAsync(id, page.Caller.Person.Id, choice, read.Version, cancellationToken);
        return await page.AnswerAsync(id, DoneLabels.UntranslatedChosen, chosen, form, cancellationToken);
    }

    private static async Task<IResult> NoteAsync(
        ItemId id, ItemForm form, ItemReader items, [AsParameters] ItemPageServices page, CancellationToken cancellationToken)
    {
        if (await items.FindAsync(id, cancellationToken) is null)
        {
            return ItemPageServices.NotFound(id);
        }

        return await page.Notes.AddAsync(id.Value, form.Note, page.Caller.Person.Id, cancellationToken) is { } problem
            ? await page.ShowAsync(id, [problem], form, cancellationToken)
            : PageAnswers.Done($"/items/{id}", DoneLabels.NoteAdded);
    }

    private static async Task<IResult> ReturnAsync(
        ItemId id, ItemForm form, IfMatch read, [AsParameters] ItemPageServices page, CancellationToken cancellationToken)
    {
        var returned = await page.Commands.ReturnAsync(
            id, page.Caller.Person.Id, form.ReturnReason ?? "", read.Version, cancellationToken);
        return await page.AnswerAsync(id, DoneLabels.ItemReturned, returned, form, cancellationToken);
    }

    private static async Task<IResult> WithdrawAsync(
        ItemId id, ItemForm form, IfMatch read, [AsParameters] ItemPageServices page, CancellationToken cancellationToken)
    {
        var withdrawn = await page.Commands.WithdrawAsync(
            id, page.Caller.Person.Id, form.Reason ?? "", read.Version, cancellationToken);
        return await page.AnswerAsync(id, DoneLabels.Withdrawn, withdrawn, form, cancellationToken);
    }
}
