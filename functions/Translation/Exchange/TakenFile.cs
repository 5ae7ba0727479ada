using System.Collections.Immutable;
using Dissemination.Content;
using Dissemination.Problems;

namespace Dissemination.Translation.Exchange;

/// <summary>What became of one translation of a file.</summary>
/// <param name="Segments">How many segments got new words.</param>
/// <param name="Problems">Why others did not.</param>
internal sealed record TakenFile(VersionId Version, int Segments, ImmutableArray<Problem> Problems);
