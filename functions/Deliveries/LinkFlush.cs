namespace Dissemination.Deliveries;

/// <summary>What one copy of the program counted in one partition and writes together.</summary>
/// <param name="Id">Is no other's.</param>
/// <param name="Opens">By the links' rows; at most as many as a transaction takes.</param>
internal sealed record LinkFlush(string Id, string Partition, IReadOnlyDictionary<string, long> Opens);
