using Dissemination.Directory;
using Dissemination.Web.SignIn;

namespace Dissemination.Web.Pages;

/// <summary>Whose work is looked at: a communicator sees that of the own commune, staff choose one.</summary>
internal static class CommuneWork
{
    /// <summary>The commune that somebody looks at; null where staff have not chosen one.</summary>
    public static Commune? Commune(CommuneId? asked, CurrentPerson caller, DirectorySnapshot directory) =>
        (caller.Person.Is(Role.Staff) && asked is not null ? asked : caller.Person.Commune) is { } id ? directory.Find(id) : null;
}
