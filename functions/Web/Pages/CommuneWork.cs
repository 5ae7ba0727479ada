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
        var found = Commune(CommuneId.TryParse(commune, null, out var id) ? id : null, acting, directory);
        return new(frame, directory, found, found is null ? new([], null) : await list(found.Id));
    }

    /// <summary>The commune that somebody looks at; null where staff have not chosen one.</summary>
    public static Commune? Commune(CommuneId? asked, Acting acting, DirectorySnapshot directory) =>
        (acting.Person.Is(Role.Staff) && asked is not null ? asked : acting.Person.Commune) is { } id ? directory.Find(id) : null;
}
