using System.Collections.Immutable;

namespace Dissemination.Intake.Documents;

/// <summary>A paragraph of a document, or a row of a table.</summary>
/// <param name="Level">Of a heading, from 1; of a point, how many points it lies within.</param>
/// <param name="Marker">The number before it, as a reader sees it; empty where there is none.</param>
internal sealed record DocumentBlock(DocumentBlockKind Kind, ImmutableArray<TextSpan> Spans, int Level = 0, string Marker = "")
{
    /// <summary>Its words without marks.</summary>
    public string Words => string.Concat(Spans.Select(span => span.Text)).Trim();
}
