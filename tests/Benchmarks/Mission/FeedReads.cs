using Dissemination.Tests.Runs;

namespace Dissemination.Benchmarks.Mission;

/// <summary>What came of asking for the feeds of all communes once.</summary>
/// <param name="Entries">The entries that they have together.</param>
internal sealed record FeedReads(int Entries, Measurement Storage);
