using System.Collections.Immutable;
using Dissemination.Content;
using Dissemination.Directory;
using Dissemination.Problems;
using Dissemination.Translation.Checks.Quality;
using Dissemination.Translation.Checks.Scripts;
using Dissemination.Translation.Glossary;
using Dissemination.Translation.Segments;

namespace Dissemination.Translation.Checks;

/// <summary>Judges a translation: all checks in one go, a pure function.</summary>
internal static class TranslationChecks
{
    /// <summary>More of one kind would bury all others; the next ones show once these are mended.</summary>
    public const int MostOfOneKind = 50;

    private static readonly ImmutableArray<ICheck> All =
    [
        new BrokenCharacterCheck(),
        new ForeignLettersCheck(),
        new UnassignedLetterCheck(),
        new LegacyFontCheck(),
        new OldVietnameseFontCheck(),
        new ToneSystemCheck(),
        new TaiDonLetterCheck(),
        new LoneMarkCheck(),
        new LoneVowelCheck(),
        new TaiVietSyllableCheck(),
        new TwoToneMarksCheck(),
        new MongSpellingCheck(),
        new MongToneMarkCheck(),
        new ChvMarksCheck(),
        new VietnameseTextCheck(),
        new MissingPartCheck(),
        new PictureWordsCheck(),
        new CompletenessCheck(),
        new UnchangedCheck(),
        new NumberCheck(),
        new NameCheck(),
        new LinkCheck(),
        new PlaceholderCheck(),
        new GlossaryCheck(),
        new ParagraphCheck(),
        new MarkupCheck(),
        new TooManyMarksCheck(),
        new ClosingPunctuationCheck(),
        new DoubledSpaceCheck(),
    ];

    /// <param name="content">The Vietnamese original.</param>
    /// <param name="target">The translation as <see cref="TranslatedText"/> leaves it.</param>
    /// <param name="glossary">Terms; those of other languages are left aside.</param>
    /// <returns>Errors first, each once for the words that it is about, in the order of the text.</returns>
    public static ImmutableArray<Finding> Find(
        Language language, ItemContent content, VersionText target, IReadOnlyList<GlossaryTerm> glossary, TextFit? fit = null)
    {
        if (target.IsEmpty)
        {
            // Everything else would be missing too.
            return [new(nameof(ProblemTexts.TranslationEmpty), Severity.Error, TextPart.Body, 0, 0)];
        }

        var text = new CheckedText(language, content.Kind, content.Text, target, glossary);
        return
        [
            .. All.SelectMany(check => check.Find(text))
                .Concat(fit?.Find(language, content, target) ?? [])
                .DistinctBy(finding => finding.Key, StringComparer.Ordinal)
                .GroupBy(finding => finding.Code, StringComparer.Ordinal)
                .SelectMany(same => same.Take(MostOfOneKind))
                .OrderBy(finding => finding.Severity)
                .ThenBy(finding => finding.Part)
                .ThenBy(finding => finding.Offset),
        ];
    }
}
