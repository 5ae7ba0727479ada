using System.Collections.Immutable;

namespace Dissemination.Storage.Records;

/// <summary>Where the chain ends, in the very transaction that adds to it: so no two lines ever follow the same one.</summary>
/// <param name="Taken">
/// The keys of what waited and was chained last: while one of them still waits, nothing else is chained, so nothing is chained twice.
/// </param>
/// <param name="Closed">The ends of the days that were over with that.</param>
internal sealed record RecordHead(RecordEnd End, ImmutableArray<string> Taken, ImmutableArray<RecordEnd> Closed);
