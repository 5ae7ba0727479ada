using Dissemination.Content;
using Dissemination.Intake;
using Dissemination.Problems;
using Dissemination.Storage;
using Dissemination.Web.SignIn;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Dissemination.Web.Api;

internal static class ItemEndpoints
{
    public static void MapItems(this IEndpointRouteBuilder api)
    {
        var items = api.MapGroup("/items");
        items.MapGet("/", async (string? next, ItemReader all, CancellationToken cancellationToken) =>
                TypedResults.Ok((await all.ListAsync(next, size: 100, cancellationToken)).ToAnswer(ItemAnswer.Of)))
            .WithSummary("Lists items by id, with how each stands.");
        items.MapGet("/{id}", FindAsync).WithSummary("An item with the words of its current revision and its translations.");
        items.MapGet("/{id}/history", HistoryAsync).WithSummary("Who did what to an item, oldest first.");
        items.MapPost("/{id}/approve", ApproveAsync)
            .RequireAuthorization(Policies.Approver)
            .RequireFreshSignIn()
            .WithSummary("Approves the current revision, under a document or the one that its file names. Names the version read in If-Match.");
        items.MapPost("/{id}/return", ReturnAsync)
            .RequireAuthorization(Policies.Approver)
            .WithSummary("Gives an item back, with the reason, instead of approving it. Names the version read in If-Match.");
        items.MapPost("/{id}/withdraw", WithdrawAsync)
            .RequireAuthorization(Policies.StaffOrApprover)
            .WithSummary("Takes an item back: nothing of it goes out any more. Names the version read in If-Match.");
    }

    private static async Task<Results<Ok<ItemDetailAnswer>, ProblemHttpResult>> FindAsync(
        ItemId id, [AsParameters] ItemServices services, CancellationToken cancellationToken) =>
        await services.Items.FindAsync(id, cancellationToken) is { } row
            ? await AnswerAsync(row, services, cancellationToken)
            : NotFound(id);

    private static async Task<Results<Ok<IAsyncEnumerable<HistoryEntry>>, ProblemHttpResult>> HistoryAsync(
        ItemId id, ItemReader items, CancellationToken cancellationToken) =>
        await items.FindAsync(id, cancellationToken) is not null
            ? TypedResults.Ok(items.HistoryAsync(id, cancellationToken))
            : NotFound(id);

    private static async Task<Results<Ok<ItemDetailAnswer>, ProblemHttpResult>> ApproveAsync(
        ItemId id,
        ApproveRequest request,
        IfMatch read,
        ItemCommands commands,
        [AsParameters] ItemServices services,
        CancellationToken cancellationToken)
    {
        var by = services.Caller.Person.Id;
        return await AnswerAsync(
            await commands.ApproveAsync(id, by, (request.Document, request.Date), read.Version, cancellationToken), services, cancellationToken);
    }

    private static async Task<Results<Ok<ItemDetailAnswer>, ProblemHttpResult>> ReturnAsync(
        ItemId id,
        ReasonRequest request,
        IfMatch read,
        ItemCommands commands,
        [AsParameters] ItemServices services,
        CancellationToken cancellationToken)
    {
        var (by, reason) = (services.Caller.Person.Id, request.Reason ?? "");
        return await AnswerAsync(
            await commands.ReturnAsync(id, by, reason, read.Version, cancellationToken), services, cancellationToken);
    }

    private static async Task<Results<Ok<ItemDetailAnswer>, ProblemHttpResult>> WithdrawAsync(
        ItemId id,
        ReasonRequest request,
        IfMatch read,
        ItemCommands commands,
        [AsParameters] ItemServices services,
        CancellationToken cancellationToken)
    {
        var (by, reason) = (services.Caller.Person.Id, request.Reason ?? "");
        return await AnswerAsync(
            await commands.WithdrawAsync(id, by, reason, read.Version, cancellationToken), services, cancellationToken);
    }

    private static async Task<Results<Ok<ItemDetailAnswer>, ProblemHttpResult>> AnswerAsync(
        Parsed<Row<Item>> decided, ItemServices services, CancellationToken cancellationToken) =>
        decided.IsValid ? await AnswerAsync(decided.Value, services, cancellationToken) : ProblemAnswers.OfAll(decided.Problems);

    private static async Task<Ok<ItemDetailAnswer>> AnswerAsync(
        Row<Item> row, ItemServices services, CancellationToken cancellationToken)
    {
        var item = row.Value;
        var revision = await services.Items.RevisionAsync(item.Id, item.Revision, cancellationToken)
            ?? throw new InvalidDataException($"The revision {item.Revision} of {item.Id} is not stored.");
        var statuses = await services.Translations
            .OfAsync(item.Id, item.Revision, cancellationToken)
            .Select(translation => TranslationStatusAnswer.Of(translation.Value))
            .ToListAsync(cancellationToken);
        IfMatch.Tell(services.Context, ItemVersion.Of(item));
        return TypedResults.Ok(ItemDetailAnswer.Of(item, revision.Content, statuses));
    }

    private static ProblemHttpResult NotFound(ItemId id) =>
        ProblemAnswers.Of(new(nameof(ProblemTexts.UnknownItem), null, id.ToString()));
}
