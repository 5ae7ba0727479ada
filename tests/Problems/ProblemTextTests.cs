using System.Collections;
using System.Globalization;
using Dissemination.Problems;

namespace Dissemination.Tests.Problems;

public sealed class ProblemTextTests
{
    [Fact]
    public void Every_problem_is_told_in_both_languages_with_the_same_arguments()
    {
        var vietnamese = Texts("");
        var english = Texts("en");
        Assert.Equal(vietnamese.Keys.Order(StringComparer.Ordinal), english.Keys.Order(StringComparer.Ordinal));
        Assert.All(vietnamese, text => Assert.Equal(Arguments(text.Value), Arguments(english[text.Key])));
    }

    private static Dictionary<string, string> Texts(string language) =>
        ProblemTexts.ResourceManager.GetResourceSet(CultureInfo.GetCultureInfo(language), createIfNotExists: true, tryParents: false)!
            .Cast<DictionaryEntry>()
            .ToDictionary(entry => (string)entry.Key, entry => (string)entry.Value!, StringComparer.Ordinal);

    private static string[] Arguments(string text) =>
        [.. Enumerable.Range(0, 4).Select(number => $"{{{number}}}").Where(argument => text.Contains(argument, StringComparison.Ordinal))];
}
