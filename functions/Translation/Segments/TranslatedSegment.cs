using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Dissemination.Translation.Segments;

/// <summary>The translation of one segment, or of several that run together.</summary>
/// <param name="Count">How many segments of the original it covers; 0 where the original has no such part at all.</param>
/// <param name="Target">Null where it is not translated yet.</param>
/// <param name="IsWholePart">Whether it stands for the part as it is, marks and line ends included: where a text is built otherwise than
/// its original.</param>
internal sealed record TranslatedSegment(
    TextPart Part,
    int Count,
    string? Target,
    SegmentMark Mark = SegmentMark.None,
    bool IsWholePart = false)
{
    /// <summary>The syllables of converted words that a person has to look at; null where there are none.</summary>
    public ImmutableArray<ConversionDoubt>? Doubts { get; init; }

    /// <summary>Whether somebody has still to write it or to say that it is right.</summary>
    [JsonIgnore]
    public bool IsOpen => Target is null || Mark is not SegmentMark.None;
}
