using Dissemination.Content;
using Dissemination.Directory;
using Dissemination.Problems;

namespace Dissemination.Translation;

/// <summary>
/// Who may work at a translation: communicators of a commune that the item is wanted in and that speaks the language, who work in it
/// themselves.
/// </summary>
internal static class TranslationAccess
{
    public static Problem? Check(Person person, LanguageTag language, ItemContent item, DirectorySnapshot directory)
    {
        if (!person.Is(Role.Communicator) || person.Commune is not { } communeId || directory.Find(communeId) is not { } commune)
        {
            return new(nameof(ProblemTexts.NotACommunicator));
        }

        if (!person.Languages.Contains(language))
        {
            return new(nameof(ProblemTexts.NotYourLanguage), null, language.Value);
        }

        return item.IsWantedIn(communeId, directory) && commune.Speaks(language)
            ? null
            : new(nameof(ProblemTexts.NotYourCommune), null, commune.Name);
    }

    /// <summary>At a commune's own variant only its own people work.</summary>
    public static Problem? Check(Person person, TextId text, ItemContent item, DirectorySnapshot directory) =>
        Check(person, text.Language, item, directory) is { } refusal ? refusal
        : text.Commune is { } own && directory.Successor(own) != person.Commune
            ? new(nameof(ProblemTexts.NotYourCommune), null, directory.Find(own)?.Name ?? own.Value)
        : null;

    /// <summary>The languages besides Vietnamese that an item's communes speak.</summary>
    public static IEnumerable<LanguageTag> LanguagesOf(ItemContent item, DirectorySnapshot directory) =>
        directory.Current.Where(commune => item.IsWantedIn(commune.Id, directory)).SelectMany(commune => commune.Languages).Distinct();

    /// <summary>The communes that an item's translation is for.</summary>
    public static IEnumerable<Commune> CommunesOf(ItemContent item, LanguageTag language, DirectorySnapshot directory) =>
        directory.Current.Where(commune => item.IsWantedIn(commune.Id, directory) && commune.Speaks(language));
}
