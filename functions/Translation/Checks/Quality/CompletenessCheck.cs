using System.Collections.Immutable;
using System.Globalization;
using Dissemination.Problems;
using Dissemination.Translation.Segments;

namespace Dissemination.Translation.Checks.Quality;

/// <summary>
/// A part of a translation that lacks most of what its original says: by its words, and where those leave a doubt by its clauses and
/// figures. A person may have shortened it on purpose, so it may be dismissed with a reason.
/// </summary>
internal sealed class CompletenessCheck : ICheck
{
    /// <summary>Shorter ones say nothing: languages differ, and headlines are put briefly.</summary>
    private const int FewestWords = 12;

    /// <summary>From here on a short translation is no accident of its sentences.</summary>
    private const int WordsOfLongText = 60;

    /// <summary>Where fewer of the words are left, nothing else is looked at.</summary>
    private const double ShareOfWords = 0.2;

    private const double ShareOfWordsOfLongText = 0.35;

    /// <summary>Where fewer than half of the words are left, clauses and figures decide.</summary>
    private const double ShareInDoubt = 0.5;

    private const double ShareOfClauses = 0.3;

    private const int FewestFigures = 3;

    public IEnumerable<Finding> Find(CheckedText text) =>
        from part in text.Parts
        let size = new Size(part)
        where size.TargetWords > 0 && size.LacksMost
        select part.At(
            nameof(ProblemTexts.TranslationLacksMost),
            Severity.Error,
            0,
            part.Target.Text.Length,
            Text(size.SourceWords),
            Text(size.TargetWords),
            Text(size.SourceClauses),
            Text(size.TargetClauses));

    private static string Text(int count) => count.ToString(CultureInfo.InvariantCulture);

    private readonly struct Size(CheckedPart part)
    {
        public int SourceWords { get; } = part.Source.Words.Length;

        public int TargetWords { get; } = part.Target.Words.Length;

        public int SourceClauses { get; } = Clauses(part.Source.Words);

        public int TargetClauses { get; } = Clauses(part.Target.Words);

        public bool LacksMost => SourceWords >= FewestWords
            && (TargetWords < SourceWords * (SourceWords >= WordsOfLongText ? ShareOfWordsOfLongText : ShareOfWords)
                || (TargetWords < ShareInDoubt * SourceWords && (TargetClauses < ShareOfClauses * SourceClauses || LacksFigures)));

        private bool LacksFigures
        {
            get
            {
                var figures = part.Source.Numbers.Where(number => !number.MayBeAWord).Select(number => number.Value)
                    .Distinct(StringComparer.Ordinal).ToArray();
                return figures.Length >= FewestFigures
                    && 2 * figures.Count(part.Target.Numbers.Select(number => number.Value).Contains) < figures.Length;
            }
        }

        /// <summary>What stands between two signs or line ends.</summary>
        private static int Clauses(ImmutableArray<Word> words) => words.Count(word => word.StartsSentence || !word.FollowsDirectly);
    }
}
