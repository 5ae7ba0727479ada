using System.Collections.Immutable;

namespace Dissemination.Problems;

/// <summary>Several values.</summary>
internal sealed record ListField(Place Place, ImmutableArray<Field> Elements) : Field(Place);
