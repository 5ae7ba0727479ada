using System.Collections.Immutable;
using Dissemination.Translation.Segments;

namespace Dissemination.Translation.Drafting;

/// <summary>A text in another spelling, with what is doubtful in it.</summary>
internal sealed record ConvertedText(string Text, ImmutableArray<ConversionDoubt> Doubts);
