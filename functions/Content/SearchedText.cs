namespace Dissemination.Content;

/// <summary>A text as searches compare it, made once for however many searches.</summary>
/// <param name="Marked">Its words in small letters, with a blank before each.</param>
/// <param name="Bare">The same without marks.</param>
internal sealed record SearchedText(string Marked, string Bare)
{
    public static SearchedText Of(string text)
    {
        var marked = string.Concat(SearchText.WordsOf(text).Select(word => $" {word}"));
        return new(marked, SearchText.Bare(marked));
    }
}
