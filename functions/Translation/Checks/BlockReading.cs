using System.Collections.Immutable;
using Dissemination.Translation.Segments;

namespace Dissemination.Translation.Checks;

/// <summary>Finds what stands between empty lines.</summary>
internal static class BlockReading
{
    public static ImmutableArray<TextStretch> Read(string text)
    {
        var blocks = ImmutableArray.CreateBuilder<TextStretch>();
        var (start, end) = (-1, 0);
        foreach (var line in text.AsSpan().Split('\n'))
        {
            var (from, length) = line.GetOffsetAndLength(text.Length);
            if (!text.AsSpan(from, length).IsWhiteSpace())
            {
                (start, end) = (start < 0 ? from : start, from + length);
            }
            else if (start >= 0)
            {
                blocks.Add(new(start, end - start));
                start = -1;
            }
        }

        if (start >= 0)
        {
            blocks.Add(new(start, end - start));
        }

        return blocks.ToImmutable();
    }
}
