using Dissemination.Content;
using Dissemination.Directory;
using Dissemination.Problems;

namespace Dissemination.Translation;

/// <summary>Whether those who are asked for a translation may work at it, and in the time that they are given.</summary>
internal static class AssignmentCheck
{
    public static Problem? Check(Assignment? assignment, TextId text, ItemContent item, DirectorySnapshot directory, DateTimeOffset now)
    {
        if (assignment is null)
        {
            return null;
        }

        if (assignment.DueAt is { } due && (due <= now || !LocalTime.IsSensible(due.Year)))
        {
            return new(nameof(ProblemTexts.DueImpossible), null, LocalTime.Text(LocalTime.LastDay(due)));
        }

        if (text.Commune is { } own && directory.Successor(own) != assignment.Commune)
        {
            return new(nameof(ProblemTexts.NotYourCommune), null, directory.Find(own)?.Name ?? own.Value);
        }

        if (TranslationAccess.CommunesOf(item, text.Language, directory).All(commune => commune.Id != assignment.Commune))
        {
            return new(
                nameof(ProblemTexts.AssigneeWithoutLanguage), null, directory.Find(assignment.Commune)?.Name ?? assignment.Commune.Value);
        }

        return assignment.Person is { } id && directory.Find(id) is var person
            && (person?.Commune != assignment.Commune || TranslationAccess.Check(person, text, item, directory) is not null)
            ? new(nameof(ProblemTexts.AssigneeOfOtherCommune), null, person?.Name ?? id.Value)
            : null;
    }
}
