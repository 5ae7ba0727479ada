using System.Collections.Immutable;
using Dissemination.Problems;

namespace Dissemination.Translation.Exchange;

/// <summary>What a TMX file holds for this program.</summary>
/// <param name="NotRead">How many units were left out.</param>
/// <param name="LeftOut">What was left out and why: languages that are not used here, units without Vietnamese.</param>
internal sealed record TmxMemory(ImmutableArray<TmxUnit> Units, int NotRead, ImmutableArray<Problem> LeftOut);
