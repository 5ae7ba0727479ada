namespace Dissemination.Problems;

/// <summary>A named value of what was handed in, with its place: of a CSV row or of YAML.</summary>
internal abstract record Field(Place Place);
