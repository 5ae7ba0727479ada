using Azure;
using Dissemination.Content;
using Dissemination.Problems;
using Dissemination.Storage;
using Dissemination.Translation;
using Dissemination.Web.SignIn;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Dissemination.Web.Api;

internal static class ItemEndpoints
{
    public static void MapItems(this IEndpointRouteBuilder api)
    {
        var items = api.MapGroup("/items");
        items.MapGet("/", async (string? next, Items all, CancellationToken cancellation) =>
                TypedResults.Ok((await all.ListAsync(next, size: 100, cancellation)).ToAnswer(ItemAnswer.Of)))
            .WithSummary("Lists items by id, with how each stands.");
        items.MapGet("/{id}", FindAsync).WithSummary("An item with the words of its current revision and its translations.");
        items.MapGet("/{id}/history", HistoryAsync).WithSummary("Who did what to an item, oldest first.");
        items.MapPost("/{id}/approve", ApproveAsync)
            .RequireAuthorization(Policies.Approver)
            .WithSummary("Approves the current revision. Names the version read in If-Match.");
        items.MapPost("/{id}/withdraw", WithdrawAsync)
            .RequireAuthorization(Policies.StaffOrApprover)
            .WithSummary("Takes an item back: nothing of it goes out any more. Names the version read in If-Match.");
    }

    private static async Task<Results<Ok<ItemDetailAnswer>, ProblemHttpResult>> FindAsync(
        string id, HttpContext context, Items items, Translations translations, CancellationToken cancellation)
    {
        if (!ItemId.TryParse(id, null, out var itemId) || await items.FindAsync(itemId, cancellation) is not { } row)
        {
            return NotFound(id);
        }

        Versions.Tell(context, row.ETag);
        return TypedResults.Ok(await DetailAsync(row, items, translations, cancellation));
    }

    private static async Task<Results<Ok<IAsyncEnumerable<HistoryEntry>>, ProblemHttpResult>> HistoryAsync(string id, Items items, CancellationToken cancellation) =>
        ItemId.TryParse(id, null, out var itemId) && await items.FindAsync(itemId, cancellation) is not null
            ? TypedResults.Ok(items.HistoryAsync(itemId, cancellation))
            : NotFound(id);

    private static Task<Results<Ok<ItemDetailAnswer>, ProblemHttpResult>> ApproveAsync(
        string id, ApproveRequest request, Versions version, Acting acting, HttpContext context, Items items, Translations translations, TimeProvider time, CancellationToken cancellation)
    {
        var date = request.Date ?? LocalTime.DayOf(time.GetUtcNow());
        return DecideAsync(id, version, context, items, translations, (item, etag) => items.ApproveAsync(item, acting.Person.Id, request.Document ?? "", date, etag, cancellation), cancellation);
    }

    private static Task<Results<Ok<ItemDetailAnswer>, ProblemHttpResult>> WithdrawAsync(
        string id, ReasonRequest request, Versions version, Acting acting, HttpContext context, Items items, Translations translations, CancellationToken cancellation) =>
        DecideAsync(id, version, context, items, translations, (item, etag) => items.WithdrawAsync(item, acting.Person.Id, request.Reason ?? "", etag, cancellation), cancellation);

    private static async Task<Results<Ok<ItemDetailAnswer>, ProblemHttpResult>> DecideAsync(
        string id,
        Versions version,
        HttpContext context,
        Items items,
        Translations translations,
        Func<ItemId, ETag, Task<Parsed<Row<Item>>>> decide,
        CancellationToken cancellation)
    {
        if (!ItemId.TryParse(id, null, out var itemId))
        {
            return NotFound(id);
        }

        if (version.Read is not { } etag)
        {
            return ProblemAnswers.Of(Versions.Missing);
        }

        var decided = await decide(itemId, etag);
        if (!decided.IsValid)
        {
            return ProblemAnswers.OfAll(decided.Problems);
        }

        Versions.Tell(context, decided.Value.ETag);
        return TypedResults.Ok(await DetailAsync(decided.Value, items, translations, cancellation));
    }

    private static async Task<ItemDetailAnswer> DetailAsync(Row<Item> row, Items items, Translations translations, CancellationToken cancellation)
    {
        var item = row.Value;
        var revision = await items.RevisionAsync(item.Id, item.Revision, cancellation)
            ?? throw new InvalidDataException($"The revision {item.Revision} of {item.Id} is not stored.");
        var standings = await translations
            .OfAsync(item.Id, item.Revision, cancellation)
            .Select(translation => new TranslationStandingAnswer(translation.Value.Id, translation.Value.Id.Language, translation.Value.State, translation.Value.Sample))
            .ToListAsync(cancellation);
        var content = revision.Content;
        return new(
            ItemAnswer.Of(item),
            content.Text,
            content.Issuer,
            content.Speaker,
            content.Resolution,
            content.Topics,
            content.Communes,
            content.Pictures.FirstOrDefault()?.File,
            content.Pictures.FirstOrDefault()?.Alt,
            content.Pictures,
            standings);
    }

    private static ProblemHttpResult NotFound(string id) => ProblemAnswers.Of(new(nameof(ProblemTexts.UnknownItem), null, id));
}
