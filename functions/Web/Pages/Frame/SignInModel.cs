using Dissemination.Directory;

namespace Dissemination.Web.Pages.Frame;

/// <summary>The choice of a sample person.</summary>
public sealed class SignInModel : PageModel
{
    internal SignInModel(PageFrame frame, DirectorySnapshot directory, string? next)
        : base(frame)
    {
        Groups = GroupsOf(directory);
        Next = next;
    }

    /// <summary>The province's people first, then those of each commune.</summary>
    internal IReadOnlyList<(string Name, IReadOnlyList<Person> People)> Groups { get; }

    /// <summary>Where to go on.</summary>
    internal string? Next { get; }

    internal static IReadOnlyList<(string Name, IReadOnlyList<Person> People)> GroupsOf(DirectorySnapshot directory) =>
        [.. Grouped(directory)];

    private static IEnumerable<(string Name, IReadOnlyList<Person> People)> Grouped(DirectorySnapshot directory)
    {
        var people = directory.People.ToLookup(person => person.Commune);
        if (people[null].Any())
        {
            yield return (Texts.Province, [.. people[null]]);
        }

        foreach (var commune in directory.Communes.Where(commune => people[commune.Id].Any()))
        {
            yield return (PageLabels.Of(commune), [.. people[commune.Id]]);
        }
    }
}
