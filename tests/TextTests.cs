using System.Collections;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Dissemination.Tests;

public sealed partial class TextTests
{
    [Fact]
    public void Every_text_for_people_is_there_in_both_languages_with_the_same_arguments()
    {
        var (vietnamese, english) = (Read(""), Read("en"));
        Assert.Equal(vietnamese.Keys.Order(StringComparer.Ordinal), english.Keys.Order(StringComparer.Ordinal));
        Assert.All(vietnamese, text => Assert.Equal(Arguments(text.Value), Arguments(english[text.Key])));
    }

    [Theory]
    [InlineData(0, "0 items wait until 12/2026")]
    [InlineData(1, "1 item waits until 12/2026")]
    [InlineData(21, "21 items wait until 12/2026")]
    public void The_words_after_a_number_are_those_of_one_or_of_many(int number, string expected)
    {
        const string Text = "{0} {0:item waits|items wait} until {1:00}/{2}";
        Assert.Equal(expected, TextFormat.FillIn(CultureInfo.GetCultureInfo("en"), Text, number, 12, "2026"));
        Assert.Equal(expected, TextFormat.FillIn(CultureInfo.GetCultureInfo("en"), Text, LocalTime.Number(number), 12, "2026"));
    }

    [Fact]
    public void English_has_its_words_for_one_thing_wherever_a_number_stands_before_things() =>
        Assert.DoesNotContain(Read("en"), text => OneForm().IsMatch(text.Value));

    [GeneratedRegex(
        @"^\{0\} (more |other )?(items|posts|places|communes|people|days|rows|tasks|things|lines|drafts|deliveries|meetings|files)\b",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex OneForm();

    private static Dictionary<string, string> Read(string language) =>
        Texts.ResourceManager.GetResourceSet(CultureInfo.GetCultureInfo(language), createIfNotExists: true, tryParents: false)!
            .Cast<DictionaryEntry>()
            .ToDictionary(entry => (string)entry.Key, entry => (string)entry.Value!, StringComparer.Ordinal);

    private static string[] Arguments(string text) =>
        [.. Enumerable.Range(0, 5).Select(number => $"{{{number}}}").Where(argument => text.Contains(argument, StringComparison.Ordinal))];
}
