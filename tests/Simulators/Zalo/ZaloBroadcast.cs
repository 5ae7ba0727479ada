using System.Collections.Immutable;

namespace Dissemination.Simulators.Zalo;

/// <summary>A broadcast, as its followers really get it.</summary>
public sealed record ZaloBroadcast(string Account, string Message, ImmutableArray<string> Articles, DateTimeOffset At);
