using System.Collections.Immutable;

namespace Dissemination.Translation.Segments;

/// <summary>A syllable that a person has to look at.</summary>
/// <param name="Start">Where it begins in the converted text.</param>
/// <param name="Original">As it was written before.</param>
/// <param name="Choices">What it may be, the one that stands in the text first; empty where the table does not know the syllable and it was
/// left as it was.</param>
internal sealed record ConversionDoubt(int Start, int Length, string Original, ImmutableArray<string> Choices);
