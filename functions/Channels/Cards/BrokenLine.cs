using Dissemination.Channels.Rendering;

namespace Dissemination.Channels.Cards;

/// <summary>A line before it has its place. All measures are in ems.</summary>
/// <param name="Leading">From its top to the next line's.</param>
/// <param name="Space">Between two words.</param>
/// <param name="Gap">The room above it.</param>
internal sealed record BrokenLine(CardFont Font, float Leading, float Space, List<ShapedWord> Words, float Width, float Gap)
{
    public float Height => Gap + Leading;

    /// <summary>The line with an ellipsis behind as many of its words as leave room for one.</summary>
    public BrokenLine? Cut(float width)
    {
        for (var count = Words.Count; count > 0; count--)
        {
            var last = Font.Word(Words[count - 1].Text.TrimEnd('.', ',', ';', ':') + Shortening.Ellipsis, Words[count - 1].SpaceBefore);
            if (!last.IsDone)
            {
                return null;
            }

            List<ShapedWord> words = [.. Words.Take(count - 1), last.Value];
            var used = words.Sum(word => word.Width) + words.Skip(1).Sum(word => word.SpaceBefore ? Space : 0);
            if (used <= width)
            {
                return this with { Words = words, Width = used };
            }
        }

        return null;
    }
}
