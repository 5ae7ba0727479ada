using System.Collections.Immutable;
using Dissemination.Deliveries.Connections;
using Dissemination.Deliveries.DirectoryChanges;
using Dissemination.Directory;
using Dissemination.Directory.Changes;
using Dissemination.Problems;
using Dissemination.Web.Api;
using Dissemination.Web.Pages.Frame;
using Dissemination.Web.SignIn;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Dissemination.Web.Pages.Places;

/// <summary>What the page of one row of the directory needs, and the page.</summary>
internal sealed record DirectoryRowServices(
    HttpContext Context,
    CurrentPerson Caller,
    [FromServices] DirectoryStore Directories,
    [FromServices] DirectoryEditService Edits,
    [FromServices] RowRecord Records,
    [FromServices] ConnectionService Connections,
    [FromServices] TestSends Tests)
{
    /// <summary>Lines of the record on a page.</summary>
    private const int RecordSize = 25;

    /// <summary>The form of a new row, with what is known of it already.</summary>
    public async Task<IResult> NewAsync(DirectoryTable table, CancellationToken cancellationToken)
    {
        var directory = await Directories.CurrentAsync(cancellationToken);
        var cells = DirectoryCsv.ColumnsOf(table).ToImmutableDictionary(
            column => column, column => Context.Request.Query[column].ToString(), StringComparer.Ordinal);
        return Page(new(table, Row: null, directory) { Cells = cells }, []);
    }

    /// <summary>The page of a row. Few transactions.</summary>
    /// <param name="found">What the channel just said; null where it was not asked.</param>
    public async Task<IResult> ShowAsync(
        DirectoryTable table,
        string id,
        IReadOnlyList<Problem> problems,
        IReadOnlyList<Problem>? found,
        CancellationToken cancellationToken)
    {
        var directory = await Directories.FreshAsync(cancellationToken);
        return DirectoryCsv.Find(directory, table, id) is { } row
            ? Page(await ViewAsync(table, row, directory, cancellationToken) with { Cells = row.Cells, Found = found }, problems)
            : Gone(id);
    }

    /// <summary>Saves a row, new or changed, or shows what that would do.</summary>
    public async Task<IResult> SaveAsync(DirectoryTable table, string? id, DirectoryRowForm form, CancellationToken cancellationToken)
    {
        var directory = await Directories.FreshAsync(cancellationToken);
        var row = id is null ? null : DirectoryCsv.Find(directory, table, id);
        if (id is not null && row is null)
        {
            return Gone(id);
        }

        var edit = form.EditOf(table, row);
        var outcome = await Edits.SaveAsync(edit, form.HasSeen, form.Agrees, Caller.Person, cancellationToken);
        return outcome.Step is { } step ? After(step, DirectoryAddress.Of(table, edit.Id))
            : Page(
                WithOutcome(
                    row is null ? new(table, Row: null, directory) : await ViewAsync(table, row, directory, cancellationToken),
                    outcome,
                    edit),
                outcome.Problems);
    }

    /// <summary>Takes a row out, or shows what that would do.</summary>
    public async Task<IResult> RemoveAsync(DirectoryTable table, string id, DirectoryRowForm form, CancellationToken cancellationToken)
    {
        var directory = await Directories.FreshAsync(cancellationToken);
        if (DirectoryCsv.Find(directory, table, id) is not { } row)
        {
            return Gone(id);
        }

        var edit = form.RemovalOf(table, id);
        var outcome = await Edits.SaveAsync(edit, form.HasSeen, form.Agrees, Caller.Person, cancellationToken);
        return outcome.Step is { } step
            ? After(step, DirectoryAddress.Of(table))
            : Page(
                WithOutcome(await ViewAsync(table, row, directory, cancellationToken), outcome, edit) with
                {
                    Cells = row.Cells,
                    IsRemoval = true,
                },
                outcome.Problems);
    }

    private static IResult After(DirectoryStep step, string address) =>
        step.IsTaken
            ? PageAnswers.Done(address, DoneLabels.DirectoryRowSaved)
            : PageAnswers.Done(DirectoryAddress.All, DoneLabels.DirectoryRowWaits);

    private static DirectoryRowView WithOutcome(DirectoryRowView view, EditOutcome outcome, RowEdit edit) => view with
    {
        Cells = edit.Row?.Cells ?? view.Cells,
        Wrong = outcome.Problems,
        ToSee = outcome.ToSee,
    };

    private async Task<DirectoryRowView> ViewAsync(
        DirectoryTable table, DirectoryRow row, DirectorySnapshot directory, CancellationToken cancellationToken)
    {
        var destination = table is DirectoryTable.Destinations ? directory.Find(DestinationId.Parse(row.Id, null)) : null;
        DirectoryRowView view = new(table, row, directory)
        {
            Record = await Records.PageAsync(table, row.Id, Context.Request.Query["next"], RecordSize, cancellationToken),
        };
        return destination is not { IsByHand: false }
            ? view
            : view with
            {
                Connection = (await Connections.OfAsync([destination], cancellationToken))[destination.Id],
                LastTest = await Tests.LastAsync(destination.Id, cancellationToken),
                TestForm = Context.TraceIdentifier,
            };
    }

    /// <summary>What stands beside no field stands above.</summary>
    private IResult Page(DirectoryRowView view, IReadOnlyList<Problem> problems)
    {
        var frame = PageFrame.Of(Context, view.Row?.Name ?? NewTitle(view.Table), view.Address) with
        {
            Problems = [.. problems.Where(problem => !DirectoryRowView.IsBesideField(problem))],
        };
        return PageAnswers.Page<DirectoryRowPage, DirectoryRowModel>(new(frame, view), PageAnswers.StatusOf(problems));
    }

    private static ProblemHttpResult Gone(string id) => ProblemAnswers.Of(new(nameof(ProblemTexts.DirectoryRowGone), null, id));

    private static string NewTitle(DirectoryTable table) => table switch
    {
        DirectoryTable.Communes => Texts.DirectoryAddCommune,
        DirectoryTable.Destinations => Texts.DirectoryAddDestination,
        _ => Texts.DirectoryAddPerson,
    };
}
