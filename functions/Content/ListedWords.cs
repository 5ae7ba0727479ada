using System.Text;

namespace Dissemination.Content;

/// <summary>The words of an item, each once, as a search looks for them.</summary>
/// <param name="Words">In small letters, with blanks between.</param>
internal sealed record ListedWords(ItemId Item, string Words)
{
    /// <summary>So many letters of a very long text are kept: the row is read with hundreds of others.</summary>
    private const int Most = 6_000;

    /// <summary>The words of its title, its text, its summary and its pictures.</summary>
    public static ListedWords Of(ItemContent content)
    {
        var said = string.Join(
            ' ',
            content.Id.Value,
            content.Text.Headline,
            content.Text.Summary,
            content.Text.Body,
            content.Text.Pictures,
            content.Issuer,
            content.Speaker);
        var words = new StringBuilder();
        foreach (var word in SearchText.WordsOf(said).Distinct(StringComparer.Ordinal))
        {
            if (words.Length + word.Length >= Most)
            {
                break;
            }

            words.Append(words.Length == 0 ? "" : " ").Append(word);
        }

        return new(content.Id, words.ToString());
    }
}
