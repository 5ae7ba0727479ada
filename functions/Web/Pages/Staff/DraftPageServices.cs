using System.Globalization;
using Dissemination.Content;
using Dissemination.Deliveries.Foresight;
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

namespace Dissemination.Web.Pages.Staff;

/// <summary>What the pages of drafts need, and the pages.</summary>
internal sealed record DraftPageServices(
    HttpContext Context,
    CurrentPerson Caller,
    [FromServices] DraftService Service,
    [FromServices] DraftStore Drafts,
    [FromServices] DraftReferences References,
    [FromServices] SheetService Sheets,
    [FromServices] HandInStore HandIns,
    [FromServices] SeenReader Seen,
    [FromServices] DeliveryForesight Foresight,
    [FromServices] ItemNotes Notes,
    [FromServices] LikeTexts Likes,
    [FromServices] DirectoryStore Directories,
    [FromServices] TimeProvider Time)
{
    public const string Address = "/drafts";

    public async Task<IResult> ListAsync(
        string? next, IReadOnlyList<Problem> problems, string? pasted, CancellationToken cancellationToken)
    {
        var open = Drafts.ListAsync(next, size: 50, cancellationToken);
        var sent = next is null ? Drafts.ListSentAsync(null, size: 10, cancellationToken) : Task.FromResult(new Page<Draft>([], null));
        await Task.WhenAll(open, sent);
        var frame = PageFrame.Of(Context, Texts.DraftsTitle, Address) with { Problems = problems };
        PageAnswers.AllowOwnScript(Context);
        return PageAnswers.Page<DraftListPage, DraftListModel>(
            new(frame, await open)
            {
                Sent = (await sent).Rows,
                Directory = await Directories.CurrentAsync(cancellationToken),
                Pasted = pasted ?? "",
                At = Time.GetUtcNow(),
            },
            PageAnswers.StatusOf(problems));
    }

    /// <param name="typed">What was typed and is not saved; null to show what is stored.</param>
    public async Task<IResult> ShowAsync(
        DraftId id, IReadOnlyList<Problem> problems, DraftItem? typed, CancellationToken cancellationToken)
    {
        if (await Drafts.FindAsync(id, cancellationToken) is not { } row)
        {
            return ProblemAnswers.Of(DraftService.NotFound);
        }

        if (row.Value.Sheet is not null)
        {
            return await ShowSheetAsync(await Sheets.SettleAsync(row, cancellationToken), problems, typed: null, cancellationToken);
        }

        var known = await References.KnownAsync(cancellationToken);
        var shown = row.Value with { Item = typed ?? row.Value.Item };
        var handIn = row.Value.Sent is { } sent ? await HandIns.FindAsync(sent.HandIn, cancellationToken) : null;
        var version = DraftVersion.Of(shown.Item, known, await References.NextRevisionAsync(shown.Item.Id, cancellationToken));
        var model = new DraftItemModel(
            PageFrame.Of(Context, shown.NameIn(Texts.DraftUntitled), string.Create(CultureInfo.InvariantCulture, $"{Address}/{id}")) with
            {
                Problems = problems,
            },
            (row, shown.Item),
            known,
            (Seen.OfDraft(id, version, known.Directory),
                await Foresight.OfAsync(version.Item, version.Content, [], cancellationToken)))
        {
            Findings = await FindingsAsync(shown, handIn, known, cancellationToken),
            HandIn = handIn,
            Likes = shown.Sent is null ? await Likes.OfAsync(shown, cancellationToken) : [],
            Notes =
            [
                .. shown.SendingAs is { } item ? await Notes.OfAsync(item, cancellationToken) : [],
                .. await Notes.OfAsync(id.Value, cancellationToken),
            ],
            IsConflict = typed is not null && problems.Any(problem => problem.Code == nameof(ProblemTexts.ChangedMeanwhile)),
        };
        PageAnswers.AllowOwnScriptToSend(Context);
        return PageAnswers.Page<DraftItemPage, DraftItemModel>(model, PageAnswers.StatusOf(problems));
    }

    /// <param name="typed">What was typed and is not saved; null to show what is stored.</param>
    /// <param name="lost">What was typed and fits into the stored rows no more.</param>
    public async Task<IResult> ShowSheetAsync(
        Row<Draft> row,
        IReadOnlyList<Problem> problems,
        TypedSheet? typed,
        CancellationToken cancellationToken,
        string? lost = null)
    {
        var known = await References.KnownAsync(cancellationToken);
        var shown = row.Value with { Sheet = typed?.Sheet ?? row.Value.Sheet };
        var frame = PageFrame.Of(Context, shown.NameIn(Texts.DraftUntitled), $"{Address}/{row.Value.Id}") with { Problems = problems };
        PageAnswers.AllowOwnScriptToSend(Context);
        return PageAnswers.Page<DraftSheetPage, DraftSheetModel>(
            new(frame, (row, shown.Sheet!), await Sheets.CheckAsync(shown, known, cancellationToken), known)
            {
                Outlook = await OutlookAsync(shown, known, cancellationToken),
                Likes = await Likes.OfRowsAsync(shown, cancellationToken),
                Notes = await Notes.OfAsync(row.Value.Id.Value, cancellationToken),
                Typed = typed,
                Lost = lost,
            },
            PageAnswers.StatusOf(problems));
    }

    /// <summary>What will be seen of the row that the address names; null where it names none.</summary>
    private async Task<DraftRowOutlook?> OutlookAsync(Draft draft, KnownReferences known, CancellationToken cancellationToken)
    {
        if (!int.TryParse(Context.Request.Query["row"], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            || number < 1 || number > draft.Sheet!.Rows.Length)
        {
            return null;
        }

        if (DraftVersion.OfRow(draft, number - 1, known) is not { } content)
        {
            return new(number, null, null);
        }

        var revision = await References.NextRevisionAsync(content.Id.Value, cancellationToken);
        var item = DraftVersion.ItemOf(content, draft.File, revision, known);
        return new(
            number,
            Seen.OfDraft(draft.Id, new(item, content, []), known.Directory, number),
            await Foresight.OfAsync(item, content, [], cancellationToken));
    }

    /// <summary>What is wrong with it; of one that intake refused, what intake said.</summary>
    private async Task<DraftFindings> FindingsAsync(
        Draft shown, HandIn? handIn, KnownReferences known, CancellationToken cancellationToken)
    {
        var found = await Service.CheckAsync(shown, known, cancellationToken);
        var file = DraftItemFile.Of(shown.Item);
        return handIn is { State: HandInState.Rejected }
            ? found with { Problems = [.. found.Problems, .. handIn.Problems.Select(problem => DraftCheck.InForm(problem, file))] }
            : found;
    }
}
