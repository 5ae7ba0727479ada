using Dissemination.Channels.Rendering;

namespace Dissemination.Channels.Cards;

/// <summary>A line before it has its place. All measures are in ems.</summary>
/// <param name="Leading">From its top to the next line's.</param>
/// <param name="Space">Between two words.</param>
/// <param name="Gap">The room above it.</param>
internal sealed record BrokenLine(CardFont Font, float Leading, float Space, float Gap)
{
    /// <summary>Of a space, between ink that swings out and the next word.</summary>
    private const float LeastSpace = 0.4f;

    private readonly List<PlacedWord> _words = [];

    public IReadOnlyList<PlacedWord> Words => _words;

    public float Height => Gap + Leading;

    public float Width => _words.Count == 0 ? 0 : _words[^1].Right;

    /// <summary>Adds a word if there is room for it.</summary>
    public bool TryAdd(ShapedWord word, float room)
    {
        var placed = new PlacedWord(word, LeftOfNext(word));
        if (placed.Right > room)
        {
            return false;
        }

        _words.Add(placed);
        return true;
    }

    /// <summary>The line with an ellipsis behind as many of its words as leave room for one; null where none does.</summary>
    public BrokenLine? Cut(float room)
    {
        for (var count = _words.Count; count > 0; count--)
        {
            var cut = new BrokenLine(Font, Leading, Space, Gap);
            cut._words.AddRange(_words.Take(count - 1));
            var last = _words[count - 1].Word;
            if (Font.Word(
                last.Text.TrimEnd('.', ',', ';', ':') + Shortening.Ellipsis,
                last.SpaceBefore) is { IsDone: true, Value: var word } && cut.TryAdd(word, room))
            {
                return cut;
            }
        }

        return null;
    }

    private float LeftOfNext(ShapedWord word) =>
        _words is not [.., var last] ? 0
        : !word.SpaceBefore ? last.Left + last.Word.Width
        : last.Left + last.Word.Width + Math.Max(Space, last.Word.Overhang + (Space * LeastSpace));
}
