using System.Globalization;
using System.Text;
using Dissemination.Channels.Cards;
using Dissemination.Directory;
using Dissemination.Intake;
using Dissemination.Intake.Documents;
using Dissemination.Intake.Drafts;
using Dissemination.Problems;
using Dissemination.Storage;
using Dissemination.Web.Api;
using Dissemination.Web.Pages.Frame;
using Dissemination.Web.Pages.Staff;
using Dissemination.Web.SignIn;
using Microsoft.AspNetCore.Mvc;

namespace Dissemination.Web.Pages;

/// <summary>Where staff drop what they have, and write it into a form until it is handed in.</summary>
internal static class DraftItemPages
{
    private const string Address = DraftPageServices.Address;

    public static void MapDraftItemPages(this IEndpointRouteBuilder pages)
    {
        var drafts = pages.MapGroup(Address).RequireAuthorization(Policies.StaffOrApprover);
        drafts.MapGet("/", (string? next, [AsParameters] DraftPageServices page, CancellationToken cancellationToken) =>
            page.ListAsync(next, [], pasted: null, cancellationToken));
        drafts.MapPost("/", DropAsync).WithMetadata(new BodyLimit(HandInFolders.MostBytes));
        drafts.MapGet("/{id}", (DraftId id, [AsParameters] DraftPageServices page, CancellationToken cancellationToken) =>
            page.ShowAsync(id, [], typed: null, cancellationToken));
        drafts.MapGet("/{id}/pictures/{name}", PictureAsync);
        drafts.MapGet("/{id}/cards/{row}", CardAsync);
        drafts.MapPost("/{id}", SaveAsync).WithMetadata(new BodyLimit(HandInFolders.MostBytes));
        drafts.MapPost("/{id}/autosave", AutosaveAsync).WithMetadata(new BodyLimit(HandInFolders.MostBytes));
        drafts.MapPost("/{id}/send", SendAsync).WithMetadata(new BodyLimit(HandInFolders.MostBytes));
        drafts.MapPost("/{id}/notes", NoteAsync);
        drafts.MapPost("/{id}/unicode", ToUnicodeAsync);
        drafts.MapPost("/{id}/discard", DiscardAsync);
        drafts.MapPost("/{id}/rows", SaveSheetAsync);
        drafts.MapPost("/{id}/rows/autosave", AutosaveSheetAsync);
        drafts.MapPost("/{id}/rows/take", TakeSheetAsync);
        drafts.MapGet("/templates/{name}", Template);
    }

    private static async Task<IResult> SaveSheetAsync(
        DraftId id, IFormCollection form, IfMatch read, [AsParameters] DraftPageServices page, CancellationToken cancellationToken)
    {
        if (await page.Drafts.FindAsync(id, cancellationToken) is not { Value.Sheet: { } stored } draft)
        {
            return ProblemAnswers.Of(DraftService.NotFound);
        }

        var typed = DraftSheetForm.Of(form, stored);
        var saved = await page.Sheets.SaveAsync(id, typed.Kept, page.Caller.Person.Id, read.Version, cancellationToken);
        return await PageAnswers.DoneOrAgainAsync(
            saved.Problems,
            int.TryParse(page.Context.Request.Query["row"], NumberStyles.None, CultureInfo.InvariantCulture, out var row)
                ? string.Create(CultureInfo.InvariantCulture, $"{Address}/{id}?row={row}")
                : $"{Address}/{id}",
            DoneLabels.DraftSaved,
            problems => DraftSheetForm.IsOf(form, stored)
                ? page.ShowSheetAsync(draft, problems, typed, cancellationToken)
                : page.ShowSheetAsync(draft, problems, typed: null, cancellationToken, DraftSheetForm.TextOf(form)));
    }

    /// <summary>
    /// Saves what a script sends while somebody corrects rows, as of an item. Rows that are ticked to go stay until the button is pressed:
    /// the page goes on naming them by their numbers.
    /// </summary>
    private static async Task<IResult> AutosaveSheetAsync(
        DraftId id, IFormCollection form, IfMatch read, [AsParameters] DraftPageServices page, CancellationToken cancellationToken) =>
        await page.Drafts.FindAsync(id, cancellationToken) is not { Value.Sheet: { } stored } ? ProblemAnswers.Of(DraftService.NotFound)
        : !DraftSheetForm.IsOf(form, stored) ? ProblemAnswers.Of(new(nameof(ProblemTexts.ChangedMeanwhile)))
        : Saved(await page.Sheets.SaveAsync(
            id, DraftSheetForm.Of(form, stored).Sheet, page.Caller.Person.Id, read.Version, cancellationToken));

    private static async Task<IResult> TakeSheetAsync(
        DraftId id, IFormCollection form, IfMatch read, [AsParameters] DraftPageServices page, CancellationToken cancellationToken)
    {
        if (await page.Drafts.FindAsync(id, cancellationToken) is not { Value.Sheet: { } stored } row)
        {
            return ProblemAnswers.Of(DraftService.NotFound);
        }

        var (typed, by) = (DraftSheetForm.Of(form, stored), page.Caller.Person.Id);
        if (TakenBefore(form, row.Value, by) is { } sent)
        {
            return Results.LocalRedirect($"/hand-in/{sent.HandIn}");
        }

        var saved = await page.Sheets.SaveAsync(id, typed.Kept, by, read.Version, cancellationToken);
        if (!saved.IsDone)
        {
            return DraftSheetForm.IsOf(form, stored)
                ? await page.ShowSheetAsync(row, saved.Problems, typed, cancellationToken)
                : await page.ShowSheetAsync(row, saved.Problems, typed: null, cancellationToken, DraftSheetForm.TextOf(form));
        }

        var taken = await page.Sheets.TakeAsync(id, FreshSignIn.HandsIn(page.Context), saved.Value.ETag, cancellationToken);
        return taken.IsDone
            ? Results.LocalRedirect($"/hand-in/{taken.Value.Id}")
            : await page.ShowSheetAsync(saved.Value, taken.Problems, typed: null, cancellationToken);
    }

    /// <summary>
    /// What was handed in of the rows of a form just before, by the same person: those that are stored no more. The button was pressed
    /// twice. Null where that is not so.
    /// </summary>
    private static SentRows? TakenBefore(IFormCollection form, Draft stored, PersonId by) =>
        stored.Sheet is { Sent: [.., var last] } sheet && stored.SavedBy == by
        && DraftSheetForm.Holds(form, sheet.Columns, [.. last.Rows, .. sheet.Rows])
            ? last
            : null;

    private static async Task<IResult> DropAsync(
        IFormFileCollection files,
        [FromForm] string? text,
        [FromForm] string? begun,
        DraftDrop drop,
        [AsParameters] DraftPageServices page,
        CancellationToken cancellationToken)
    {
        List<DroppedDocument> dropped = [];
        List<Problem> problems = [];
        foreach (var file in files.Where(file => file.FileName.Length > 0 && file.Length > 0))
        {
            if (file.Length > HandInService.MostBytes)
            {
                problems.Add(HandInService.TooLarge with { Place = new(file.FileName) });
                continue;
            }

            dropped.Add(await DroppedAsync(file, cancellationToken));
        }

        if (!string.IsNullOrWhiteSpace(text))
        {
            dropped.Add(new("", Encoding.UTF8.GetBytes(text)));
        }

        if (dropped.Count == 0 && problems.Count == 0)
        {
            return await page.ListAsync(null, [new(nameof(ProblemTexts.DraftNothingPasted))], text, cancellationToken);
        }

        var taken = await drop.TakeAsync(dropped, page.Caller.Person.Id, cancellationToken, DraftListModel.BegunOf(begun));
        problems.AddRange(taken.Problems);
        return (taken.Drafts, problems) switch
        {
            ([var only], []) => Results.LocalRedirect($"{Address}/{only.Value.Id}"),
            (_, []) => Results.LocalRedirect($"{Address}?done={DoneLabels.Dropped}&count={taken.Drafts.Length}"),
            _ => await page.ListAsync(null, problems, taken.Drafts.IsEmpty ? text : null, cancellationToken),
        };
    }

    private static async Task<IResult> SaveAsync(
        DraftId id, DraftItemForm form, IfMatch read, [AsParameters] DraftPageServices page, CancellationToken cancellationToken)
    {
        var saved = await page.Service.SaveAsync(
            id, form.Item, form.Pictures, (page.Caller.Person.Id, read.Version), cancellationToken);
        return await PageAnswers.DoneOrAgainAsync(
            saved.Problems,
            $"{Address}/{id}",
            DoneLabels.DraftSaved,
            problems => page.ShowAsync(id, problems, Unsaved(problems, form), cancellationToken));
    }

    /// <summary>Saves what a script sends while somebody writes. It answers with the time and, on the next line, the new version.</summary>
    private static async Task<IResult> AutosaveAsync(
        DraftId id, DraftItemForm form, IfMatch read, [AsParameters] DraftPageServices page, CancellationToken cancellationToken)
    {
        var saved = await page.Service.SaveAsync(id, form.Item, [], (page.Caller.Person.Id, read.Version), cancellationToken);
        return Saved(saved);
    }

    private static IResult Saved(Result<Row<Draft>> saved) =>
        saved.IsDone
            ? Results.Text($"{LocalTime.TimeText(saved.Value.Value.SavedAt)}\n{saved.Value.ETag}")
            : ProblemAnswers.Of(saved.Problem);

    /// <summary>
    /// What stands in the form is kept first, so that nothing typed is lost where it cannot be handed in. What was handed in as it stands is
    /// not handed in again: the button was pressed twice.
    /// </summary>
    private static async Task<IResult> SendAsync(
        DraftId id, DraftItemForm form, IfMatch read, [AsParameters] DraftPageServices page, CancellationToken cancellationToken)
    {
        var saved = await page.Service.SaveAsync(
            id, form.Item, form.Pictures, (page.Caller.Person.Id, read.Version), cancellationToken);
        if (!saved.IsDone)
        {
            return await page.ShowAsync(id, saved.Problems, Unsaved(saved.Problems, form), cancellationToken);
        }

        if (saved.Value.Value.Sent is { } already)
        {
            return Results.LocalRedirect($"/hand-in/{already.HandIn}");
        }

        var sent = await page.Service.SendAsync(id, FreshSignIn.HandsIn(page.Context), saved.Value.ETag, cancellationToken);
        return sent.IsValid
            ? Results.LocalRedirect($"/hand-in/{sent.Value.Id}")
            : await page.ShowAsync(id, [new(nameof(ProblemTexts.DraftNotSent))], typed: null, cancellationToken);
    }

    /// <summary>What was typed where it was not saved; null where it was, though one of its pictures cannot be read.</summary>
    private static DraftItem? Unsaved(IEnumerable<Problem> problems, DraftItemForm form) =>
        problems.Any(problem => problem.Code == nameof(ProblemTexts.ChangedMeanwhile)) ? form.Item : null;

    private static async Task<IResult> NoteAsync(
        DraftId id, [FromForm] string? note, [AsParameters] DraftPageServices page, CancellationToken cancellationToken)
    {
        if (await page.Drafts.FindAsync(id, cancellationToken) is not { Value: var draft })
        {
            return ProblemAnswers.Of(DraftService.NotFound);
        }

        // Once it was sent, what is said goes on with the item.
        var subject = draft.SendingAs is { } item && draft.Sheet is null ? item : id.Value;
        return await page.Notes.AddAsync(subject, note, page.Caller.Person.Id, cancellationToken) is { } problem
            ? await page.ShowAsync(id, [problem], typed: null, cancellationToken)
            : PageAnswers.Done($"{Address}/{id}", DoneLabels.NoteAdded);
    }

    private static async Task<IResult> ToUnicodeAsync(
        DraftId id, IfMatch read, [AsParameters] DraftPageServices page, CancellationToken cancellationToken)
    {
        var by = page.Caller.Person.Id;
        return PageAnswers.DoneOrProblem(
            await page.Drafts.FindAsync(id, cancellationToken) is { Value.Sheet: not null }
                ? await page.Sheets.ToUnicodeAsync(id, by, read.Version, cancellationToken)
                : await page.Service.ToUnicodeAsync(id, by, read.Version, cancellationToken),
            $"{Address}/{id}",
            DoneLabels.DraftConverted);
    }

    private static async Task<IResult> DiscardAsync(
        DraftId id, IfMatch read, [AsParameters] DraftPageServices page, CancellationToken cancellationToken)
    {
        // One that is gone was thrown away by the first of two clicks.
        var problem = await page.Service.RemoveAsync(id, read.Version, cancellationToken);
        return PageAnswers.DoneOrProblem(
            problem?.Code == nameof(ProblemTexts.DraftNotFound) ? null : problem, Address, DoneLabels.DraftDiscarded);
    }

    private static async Task<IResult> PictureAsync(DraftId id, string name, DraftStore drafts, CancellationToken cancellationToken) =>
        await drafts.FindAsync(id, cancellationToken) is { } row
        && row.Value.Item.Pictures.Any(picture => picture.Name == name || picture.Shown == name)
        && await drafts.PictureAsync(id, name, cancellationToken) is { } bytes
            ? Results.Bytes(bytes.ToArray(), TypeOf(name))
            : ProblemAnswers.Of(DraftService.NotFound);

    /// <summary>The picture card that a row of a sheet will have, drawn and not kept.</summary>
    private static async Task<IResult> CardAsync(
        DraftId id, string row, [AsParameters] DraftPageServices page, CancellationToken cancellationToken)
    {
        var draft = (await page.Drafts.FindAsync(id, cancellationToken))?.Value;
        if (draft?.Sheet is not { } sheet || !int.TryParse(row, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            || number < 1 || number > sheet.Rows.Length
            || DraftVersion.OfRow(draft, number - 1, await page.References.KnownAsync(cancellationToken)) is not { } content
            || VersionCards.For(LanguageTag.Vietnamese, content, content.Text, content.Sample) is not { } card
            || CardMaker.Make(card) is not { IsDone: true, Value: var png })
        {
            return ProblemAnswers.Of(DraftService.NotFound);
        }

        page.Context.Response.Headers.CacheControl = "private, no-cache";
        return Results.Bytes(png, "image/png");
    }

    private static IResult Template(string name) => name switch
    {
        ArticleTemplate.FileName => Results.File(
            ArticleTemplate.Make(
                (Texts.TemplateTitle, Texts.TemplateSummary, Texts.TemplateFirst, Texts.TemplateHeading, Texts.TemplateMore)),
            ArticleTemplate.ContentType,
            ArticleTemplate.FileName),
        SloganTemplate.FileName => Results.File(
            SloganTemplate.Make(
                [.. Texts.TemplateHeads.Split('|')], [.. Texts.TemplateRow.Split('|')]),
            SloganTemplate.ContentType,
            SloganTemplate.FileName),
        _ => ProblemAnswers.Of(DraftService.NotFound),
    };

    private static string TypeOf(string name) => HandedInFile.Extension(name) switch
    {
        ".png" => "image/png",
        ".gif" => "image/gif",
        ".webp" => "image/webp",
        _ => "image/jpeg",
    };

    internal static async Task<DroppedDocument> DroppedAsync(IFormFile file, CancellationToken cancellationToken)
    {
        await using var stream = file.OpenReadStream();
        var bytes = new byte[file.Length];
        await stream.ReadExactlyAsync(bytes, cancellationToken);

        // Some browsers tell the whole path.
        return new(HandedInFile.Normal(file.FileName[(file.FileName.LastIndexOfAny(['/', '\\']) + 1)..]), bytes);
    }
}
