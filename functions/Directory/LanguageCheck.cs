using Dissemination.Problems;

namespace Dissemination.Directory;

/// <summary>Whether a tag that somebody wrote is a language of this program, and if not, why.</summary>
internal static class LanguageCheck
{
    public static Problem? Check(string tag, Place? place = null) =>
        LanguageTag.TryParse(tag, null, out _) ? null
        : Languages.IsRefused(tag) ? new(nameof(ProblemTexts.LanguageRefused), place, tag)
        : new(nameof(ProblemTexts.LanguageUnknown), place, tag, string.Join(", ", Languages.All.Select(language => language.Tag)));

    /// <summary>The languages of a list; those that are none are reported.</summary>
    public static IEnumerable<(LanguageTag Tag, Place Place)> In(FieldReader fields, string name)
    {
        foreach (var value in fields.List(name))
        {
            if (Check(value.Value, value.Place) is { } problem)
            {
                fields.Report(problem.Code, value.Place, problem.Arguments);
            }
            else
            {
                yield return (new(value.Value), value.Place);
            }
        }
    }
}
