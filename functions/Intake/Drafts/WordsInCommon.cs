using Dissemination.Content;

namespace Dissemination.Intake.Drafts;

/// <summary>
/// Which of many items may say nearly the same as a text, by their words alone: what is near is among them, and only these have to be read.
/// A pure function.
/// </summary>
internal static class WordsInCommon
{
    /// <summary>Of a text with fewer words those of the issuer and the id, which stand with the others, are many.</summary>
    private const int Few = 30;

    private const double LeastOfFew = 0.1;

    private const double LeastOfMany = 0.4;

    /// <param name="most">How many may be found.</param>
    /// <returns>Those with most words in common come first.</returns>
    public static IEnumerable<ItemId> Of(string text, IEnumerable<ListedWords> others, int most)
    {
        var words = SearchText.WordsOf(text).ToHashSet(StringComparer.Ordinal);
        var least = words.Count < Few ? LeastOfFew : LeastOfMany;
        var found =
            from other in others
            let theirs = other.Words.Split(' ')
            let share = Likeness.Share(theirs.Count(words.Contains), words.Count, theirs.Length)
            where share >= least
            orderby share descending
            select other.Item;
        return found.Take(most);
    }
}
