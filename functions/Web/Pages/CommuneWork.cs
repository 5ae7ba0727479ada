using Dissemination.Directory;
using Dissemination.Publishing;
using Dissemination.Storage;
using Dissemination.Web.Pages.Communes;
using Dissemination.Web.Pages.Frame;
using Dissemination.Web.SignIn;

namespace Dissemination.Web.Pages;

/// <summary>Lists of what waits for a commune: a communicator sees the own one, staff choose one.</summary>
internal static class CommuneWork
{
    public static async Task<WorkModel> ReadAsync(
        PageFrame frame,
        string? commune,
        Acting acting,
        DirectoryStore directories,
        Func<CommuneId, Task<Page<WorklistEntry>>> list,
        CancellationToken cancellation)
    {
        var directory = await directories.CurrentAsync(cancellation);
        var id = acting.Person.Is(Role.Staff) && CommuneId.TryParse(commune, null, out var chosen) ? chosen : acting.Person.Commune;
        var found = id is { } known ? directory.Find(known) : null;
        return new(frame, directory, found, found is null ? new([], null) : await list(found.Id));
    }
}
