using Dissemination.Problems;

namespace Dissemination.Translation.Exchange;

/// <summary>A unit that was not taken, and why.</summary>
internal sealed record RefusedUnit(ExchangeUnit Unit, Problem Reason);
