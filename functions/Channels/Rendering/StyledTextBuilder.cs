using System.Collections.Immutable;
using System.Text;

namespace Dissemination.Channels.Rendering;

/// <summary>Puts a text together with its styles.</summary>
internal sealed class StyledTextBuilder
{
    private readonly StringBuilder _text = new();
    private readonly ImmutableArray<TextSpan>.Builder _spans = ImmutableArray.CreateBuilder<TextSpan>();

    public int Length => _text.Length;

    /// <summary>Words from outside, as far as they are fit to be read.</summary>
    public StyledTextBuilder Append(ReadOnlySpan<char> text)
    {
        CleanText.AppendTo(_text, text);
        return this;
    }

    public StyledTextBuilder Append(StyledText text)
    {
        var offset = Length;
        _text.Append(text.Text);
        _spans.AddRange(text.Spans.Select(span => span with { Start = span.Start + offset }));
        return this;
    }

    /// <summary>Styles all that was written since.</summary>
    public StyledTextBuilder Style(TextStyle style, int since, string? address = null)
    {
        if (Length > since)
        {
            _spans.Add(new(style, since, Length - since, address));
        }

        return this;
    }

    /// <summary>What was written since.</summary>
    public string Since(int start) => _text.ToString(start, Length - start);

    public StyledText ToStyledText() => new(_text.ToString(), _spans.ToImmutable());
}
