using Dissemination.Directory;
using Dissemination.Storage;

namespace Dissemination.Web.Pages.Staff;

/// <summary>Where files that are handed in on the page go.</summary>
internal static class HandInFolders
{
    public const string Items = "items";
    public const string Resolutions = "resolutions";
    public const string Directory = "directory";
    public const string Glossary = "glossary";
    public const string Memory = "memory";
    public const string Spelling = "spelling";

    /// <summary>The most bytes of one upload: several files of the most that one may have. The host takes no more.</summary>
    public const long MostBytes = 100 * 1024 * 1024;

    /// <summary>Whether somebody may hand in what goes there: what the directory is made of is the staff's.</summary>
    public static bool IsOpenTo(string container, Person? person) =>
        container != Containers.Directory || person?.Is(Role.Staff) == true;

    /// <param name="fileName">As the browser tells it; some tell the whole path.</param>
    public static (string Container, string Path) Of(string? folder, string fileName)
    {
        var name = fileName[(fileName.LastIndexOfAny(['/', '\\']) + 1)..];
        return folder switch
        {
            Directory => (Containers.Directory, name),
            Resolutions or Glossary or Memory or Spelling => (Containers.Content, $"{folder}/{name}"),
            _ => (Containers.Content, $"{Items}/{name}"),
        };
    }
}
