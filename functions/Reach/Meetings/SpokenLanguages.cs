using System.Globalization;
using Dissemination.Directory;

namespace Dissemination.Reach.Meetings;

/// <summary>Languages as people name them who speak them: a meeting has no script, so <c>Thái</c> is the Thái of its commune.</summary>
internal static class SpokenLanguages
{
    private static readonly CultureInfo[] Readers = [CultureInfo.GetCultureInfo("vi"), CultureInfo.GetCultureInfo("en")];

    /// <summary>What the languages are called in the reader's.</summary>
    public static IEnumerable<string> Names =>
        Languages.All.Select(language => Languages.NameOf(language.Tag, CultureInfo.CurrentUICulture));

    /// <summary>The language that a word names; null where it names none.</summary>
    public static LanguageTag? Find(string word, Commune? commune)
    {
        var name = MeetingDecisions.Bare(word);
        if (name is "kinh" or "việt" or "phổ thông" or "vietnamese")
        {
            return LanguageTag.Vietnamese;
        }

        if (Languages.All.FirstOrDefault(language => IsCalled(language.Tag, name)) is { } exactly)
        {
            return exactly.Tag;
        }

        // First those that the commune speaks.
        var spoken = name.StartsWith("tiếng ", StringComparison.Ordinal) ? name["tiếng ".Length..] : name;
        return (commune?.Languages ?? []).Concat(Languages.All.Select(language => language.Tag))
            .Select(tag => (LanguageTag?)tag)
            .FirstOrDefault(tag => NamesOf(tag!.Value).Any(full => full.StartsWith($"{spoken} ", StringComparison.Ordinal)));
    }

    private static bool IsCalled(LanguageTag tag, string name) =>
        tag.Value.Equals(name, StringComparison.OrdinalIgnoreCase) || NamesOf(tag).Contains(name, StringComparer.Ordinal);

    private static IEnumerable<string> NamesOf(LanguageTag tag) =>
        Readers.Select(reader => MeetingDecisions.Bare(Languages.NameOf(tag, reader)));
}
