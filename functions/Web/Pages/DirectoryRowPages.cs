using Dissemination.Deliveries.Connections;
using Dissemination.Directory;
using Dissemination.Directory.Changes;
using Dissemination.Problems;
using Dissemination.Web.Api;
using Dissemination.Web.Pages.Frame;
using Dissemination.Web.Pages.Places;
using Dissemination.Web.SignIn;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Dissemination.Web.Pages;

/// <summary>The rows of the directory: looked up by staff and approvers, changed by staff; the tables as files.</summary>
internal static class DirectoryRowPages
{
    private const string Csv = "text/csv; charset=utf-8";

    public static void MapDirectoryRows(this RouteGroupBuilder directory)
    {
        directory.MapGet(
            "/{table}",
            (TableName table, DirectoryListQuery query, [AsParameters] DirectoryListServices page, CancellationToken cancellationToken) =>
                page.ShowAsync(table.Value, query, cancellationToken));
        directory.MapGet(
            "/{table}/{id}",
            (TableName table, string id, [AsParameters] DirectoryRowServices page, CancellationToken cancellationToken) =>
                page.ShowAsync(table.Value, id, [], found: null, cancellationToken));
        directory.MapGet("/files/{file}", FileAsync);
        var staff = directory.MapGroup("").RequireAuthorization(Policies.Staff);
        staff.MapGet(
            "/new/{table}",
            (TableName table, [AsParameters] DirectoryRowServices page, CancellationToken cancellationToken) =>
                page.NewAsync(table.Value, cancellationToken));
        staff.MapPost(
            "/new/{table}",
            (TableName table, DirectoryRowForm form, [AsParameters] DirectoryRowServices page, CancellationToken cancellationToken) =>
                page.SaveAsync(table.Value, id: null, form, cancellationToken)).RequireFreshSignIn();
        staff.MapPost("/{table}/{id}", SaveAsync).RequireFreshSignIn();
        staff.MapPost("/{table}/{id}/remove", RemoveAsync).RequireFreshSignIn();
        var places = staff.MapGroup("/destinations/{id}");
        places.MapPost("/check", CheckAsync);
        places.MapPost("/test", TestAsync);
        places.MapPost("/test/remove", RemoveTestAsync);
    }

    private static Task<IResult> SaveAsync(
        TableName table, string id, DirectoryRowForm form, [AsParameters] DirectoryRowServices page, CancellationToken cancellationToken) =>
        page.SaveAsync(table.Value, id, form, cancellationToken);

    private static Task<IResult> RemoveAsync(
        TableName table, string id, DirectoryRowForm form, [AsParameters] DirectoryRowServices page, CancellationToken cancellationToken) =>
        page.RemoveAsync(table.Value, id, form, cancellationToken);

    /// <summary>A table as the file that can be handed in again.</summary>
    private static async Task<IResult> FileAsync(string file, DirectoryStore directories, CancellationToken cancellationToken)
    {
        var directory = await directories.CurrentAsync(cancellationToken);
        foreach (var table in Enum.GetValues<DirectoryTable>().Where(table => DirectoryCsv.FileOf(table) == file))
        {
            return TypedResults.File(DirectoryCsv.Write(table, DirectoryCsv.RowsOf(directory, table)), Csv, file);
        }

        return ProblemAnswers.Of(new(nameof(ProblemTexts.DirectoryRowGone), null, file));
    }

    private static async Task<IResult> CheckAsync(
        DestinationId id, [AsParameters] DirectoryRowServices page, CancellationToken cancellationToken) =>
        await page.Connections.CheckAsync(id, cancellationToken) is { } found
            ? await page.ShowAsync(DirectoryTable.Destinations, id.ToString(), [], found, cancellationToken)
            : NotFound(id);

    private static async Task<IResult> TestAsync(
        DestinationId id, [FromForm] string? form, [AsParameters] DirectoryRowServices page, CancellationToken cancellationToken) =>
        (await page.Directories.CurrentAsync(cancellationToken)).Find(id) is { } destination
            ? await AfterAsync(
                id, await page.Tests.SendAsync(destination, form ?? "", page.Caller.Person, cancellationToken), page, cancellationToken)
            : NotFound(id);

    private static async Task<IResult> RemoveTestAsync(
        DestinationId id, [AsParameters] DirectoryRowServices page, CancellationToken cancellationToken) =>
        (await page.Directories.CurrentAsync(cancellationToken)).Find(id) is { } destination
            ? await AfterAsync(
                id, await page.Tests.RemoveAsync(destination, page.Caller.Person, cancellationToken), page, cancellationToken)
            : NotFound(id);

    /// <summary>What did not arrive is told with its reason; the page says how the last test stands.</summary>
    private static Task<IResult> AfterAsync(
        DestinationId id, Result<TestSend> test, DirectoryRowServices page, CancellationToken cancellationToken)
    {
        IReadOnlyList<Problem> problems = test.Value?.Reason is { } reason ? [reason] : test.Problems;
        return PageAnswers.DoneOrAgainAsync(
            problems,
            DirectoryAddress.Of(DirectoryTable.Destinations, id.ToString()),
            test.Value?.State is TestState.Removed ? DoneLabels.TestRemoved : DoneLabels.TestSent,
            wrong => page.ShowAsync(DirectoryTable.Destinations, id.ToString(), wrong, found: null, cancellationToken));
    }

    private static ProblemHttpResult NotFound(DestinationId id) =>
        ProblemAnswers.Of(new(nameof(ProblemTexts.DestinationNotFound), null, id.ToString()));
}
