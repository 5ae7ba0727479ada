using System.Collections.Immutable;

namespace Dissemination.Storage.BackUps;

/// <summary>The rows of a table in a back-up.</summary>
/// <param name="Pieces">Their names, in the order of the rows.</param>
internal sealed record TableCopy(string Name, int Rows, ImmutableArray<string> Pieces);
