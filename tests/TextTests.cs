using System.Collections;
using System.Globalization;

namespace Dissemination.Tests;

public sealed class TextTests
{
    [Fact]
    public void Every_text_for_people_is_there_in_both_languages_with_the_same_arguments()
    {
        var (vietnamese, english) = (Read(""), Read("en"));
        Assert.Equal(vietnamese.Keys.Order(StringComparer.Ordinal), english.Keys.Order(StringComparer.Ordinal));
        Assert.All(vietnamese, text => Assert.Equal(Arguments(text.Value), Arguments(english[text.Key])));
    }

    private static Dictionary<string, string> Read(string language) =>
        Texts.ResourceManager.GetResourceSet(CultureInfo.GetCultureInfo(language), createIfNotExists: true, tryParents: false)!
            .Cast<DictionaryEntry>()
            .ToDictionary(entry => (string)entry.Key, entry => (string)entry.Value!, StringComparer.Ordinal);

    private static string[] Arguments(string text) =>
        [.. Enumerable.Range(0, 5).Select(number => $"{{{number}}}").Where(argument => text.Contains(argument, StringComparison.Ordinal))];
}
