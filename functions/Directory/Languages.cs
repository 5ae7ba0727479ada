using System.Collections.Frozen;
using System.Globalization;
using Dissemination.Problems;

namespace Dissemination.Directory;

/// <summary>
/// The languages that the program knows: the rows of <c>languages.csv</c>, which travels in the program. Thai of Thailand (<c>th</c>) and
/// Lao (<c>lo</c>), by their codes of two letters or of three, are other languages and never among them.
/// </summary>
internal static class Languages
{
    private static readonly Lazy<FrozenDictionary<string, Language>> ByTag = new(Read);

    public static IEnumerable<Language> All => ByTag.Value.Values.OrderBy(language => language.Tag.Value, StringComparer.Ordinal);

    public static Language? Find(LanguageTag tag) => ByTag.Value.GetValueOrDefault(tag.Value);

    /// <summary>What a language is called, in Vietnamese or, to those who read it, in English; its tag where it is none of these.</summary>
    public static string NameOf(LanguageTag tag, CultureInfo reader) =>
        Find(tag) is not { } language ? tag.Value : reader.TwoLetterISOLanguageName == "en" ? language.EnglishName : language.Name;

    /// <summary>Tags that look right to a newcomer and are another people's language, in whatever letters they are written.</summary>
    public static bool IsRefused(string tag) => tag.Trim().Split('-', '_')[0].ToLowerInvariant() is "th" or "tha" or "lo" or "lao";

    /// <summary>Reads the file, so that what is wrong with it shows when the program starts and not when somebody writes.</summary>
    public static void EnsureRead() => _ = ByTag.Value;

    private static FrozenDictionary<string, Language> Read()
    {
        using var resource = typeof(Languages).Assembly.GetManifestResourceStream(LanguageRows.File)
            ?? throw new InvalidOperationException($"{LanguageRows.File} is not in the program.");
        using var content = new MemoryStream();
        resource.CopyTo(content);
        return Checked(LanguageRows.Read(content.GetBuffer().AsSpan(0, (int)content.Length)));
    }

    /// <summary>The rows, or an exception that names each problem with its line.</summary>
    internal static FrozenDictionary<string, Language> Checked(Parsed<FrozenDictionary<string, Language>> read) =>
        read.IsValid
            ? read.Value
            : throw new InvalidDataException(
                string.Join('\n', read.Problems.Select(problem => problem.TextWithPlace(CultureInfo.GetCultureInfo("en")))));
}
