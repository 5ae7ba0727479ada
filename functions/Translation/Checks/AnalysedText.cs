using System.Collections.Immutable;
using Dissemination.Translation.Segments;

namespace Dissemination.Translation.Checks;

/// <summary>A text taken apart: each only when it is asked for, and once.</summary>
internal sealed class AnalysedText(string text)
{
    private ImmutableArray<FoundLink> _links;
    private ImmutableArray<FoundNumber> _numbers;
    private ImmutableArray<Word> _words;
    private ImmutableArray<WordLine> _lines;
    private ImmutableArray<TextStretch> _blocks;

    public string Text { get; } = text;

    /// <summary>Addresses of pages, mailboxes and telephones.</summary>
    public ImmutableArray<FoundLink> Links => Once(ref _links, () => LinkReading.Read(Text));

    /// <summary>Figures, without those of addresses and list numbers.</summary>
    public ImmutableArray<FoundNumber> Numbers => Once(ref _numbers, () => NumberReading.Read(Text, Links));

    /// <summary>Words, without those of addresses.</summary>
    public ImmutableArray<Word> Words => Once(ref _words, () => WordReading.Read(Text, Links));

    /// <summary>The words by their lines; a line without words is none.</summary>
    public ImmutableArray<WordLine> Lines => Once(ref _lines, () => WordReading.Lines(Words));

    /// <summary>Paragraphs, headings and lists: what stands between empty lines.</summary>
    public ImmutableArray<TextStretch> Blocks => Once(ref _blocks, () => BlockReading.Read(Text));

    /// <summary>Which block an offset lies in; below 0 where it lies in none.</summary>
    public int BlockAt(int offset) => IndexAt(Blocks, block => block, offset);

    /// <summary>Whether an offset lies in an address.</summary>
    public bool IsInLink(int offset) => IndexAt(Links, link => link.Place, offset) >= 0;

    private static int IndexAt<T>(ImmutableArray<T> inOrder, Func<T, TextStretch> placeOf, int offset)
    {
        var (low, high) = (0, inOrder.Length - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var place = placeOf(inOrder[middle]);
            if (place.Contains(offset))
            {
                return middle;
            }

            (low, high) = place.Start > offset ? (low, middle - 1) : (middle + 1, high);
        }

        return -1;
    }

    private static ImmutableArray<T> Once<T>(ref ImmutableArray<T> field, Func<ImmutableArray<T>> read)
    {
        if (field.IsDefault)
        {
            field = read();
        }

        return field;
    }
}
