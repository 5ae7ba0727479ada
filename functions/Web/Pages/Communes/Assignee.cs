using Dissemination.Content;
using Dissemination.Directory;
using Dissemination.Problems;
using Dissemination.Storage;
using Dissemination.Translation;

namespace Dissemination.Web.Pages.Communes;

/// <summary>Somebody who may be asked for a translation, as a form names it: <c>bung-lao</c>, or <c>bung-lao/bung-lao-1</c>.</summary>
internal sealed record Assignee(string Value, string Name, bool IsChosen)
{
    /// <summary>What a form says where nobody is to be asked any more; no commune is called so.</summary>
    public const string Nobody = "–";

    public static IEnumerable<Assignee> Of(TextId text, ItemContent item, DirectorySnapshot directory, Assignment? chosen)
    {
        foreach (var commune in TranslationAccess.CommunesOf(item, text.Language, directory)
            .Where(commune => text.Commune is not { } own || directory.Successor(own) == commune.Id))
        {
            yield return new(
                commune.Id.Value,
                TextFormat.Fill(Texts.AssignAnybody, commune.Name),
                chosen is { Person: null } && chosen.Commune == commune.Id);
            foreach (var person in directory.People.Where(
                person => person.Commune == commune.Id && TranslationAccess.Check(person, text, item, directory) is null))
            {
                yield return new($"{commune.Id}/{person.Id}", person.Name, chosen?.Person == person.Id);
            }
        }
    }

    /// <returns>Null where nobody is asked, or the words name nobody.</returns>
    public static Assignment? Read(string? value, DateTimeOffset? dueAt, PersonId by) =>
        value?.Split('/') is [var commune, .. var person] && IStringId<CommuneId>.Find(commune) is { } id
            ? new(id, person is [var name] ? IStringId<PersonId>.Find(name) : null, dueAt, by)
            : null;

    /// <returns>A problem where the words name neither somebody nor nobody, so that nothing is taken back by an oversight.</returns>
    public static Problem? CheckChosen(string? value) =>
        value == Nobody || Read(value, dueAt: null, by: default) is not null ? null : new(nameof(ProblemTexts.AssigneeMissing));

    /// <summary>Until when, as it was typed: nothing where nothing was, and a problem where that is no time.</summary>
    public static (DateTimeOffset? At, Problem? Problem) Due(string? typed) =>
        string.IsNullOrWhiteSpace(typed) ? (null, null)
        : LocalTime.TryParse(typed, wholeDay: true, out var at) ? (at, null)
        : (null, new(nameof(ProblemTexts.NotATime), null, typed));
}
