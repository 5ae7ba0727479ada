using Dissemination.Directory;
using Dissemination.Problems;
using Dissemination.Reach.Meetings;
using Dissemination.Storage;
using Dissemination.Web.SignIn;
using Microsoft.AspNetCore.Mvc;

namespace Dissemination.Web.Api;

/// <summary>What pages and endpoints of meetings need, and who reads which record: one rule for both.</summary>
internal sealed record MeetingServices(
    HttpContext Context,
    CurrentPerson Caller,
    [FromServices] MeetingStore Store,
    [FromServices] MeetingService Service,
    [FromServices] DirectoryStore Directories)
{
    private const int PageSize = 50;

    /// <summary>A record that the caller may read. One transaction.</summary>
    public async Task<Result<Row<ToldRecord>>> FindAsync(ToldId id, CancellationToken cancellationToken)
    {
        if (await Store.FindAsync(id, cancellationToken) is not { } row)
        {
            return new Problem(nameof(ProblemTexts.MeetingNotFound));
        }

        var directory = await Directories.CurrentAsync(cancellationToken);
        return Caller.Person.Reads(directory.Successor(row.Value.Told.Commune))
            ? row
            : new Problem(nameof(ProblemTexts.NotYourCommune), null, row.Value.Told.Commune.Value);
    }

    /// <summary>A page of records, of the own commune where the caller reads no other.</summary>
    public async Task<Page<ToldRecord>> PageAsync(ToldQuery query, string? next, CancellationToken cancellationToken) =>
        await Store.PageAsync(
            query with { Commune = Caller.CommuneOf(query.Commune) },
            await Directories.CurrentAsync(cancellationToken),
            next,
            PageSize,
            cancellationToken);
}
