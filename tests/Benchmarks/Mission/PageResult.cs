namespace Dissemination.Benchmarks.Mission;

/// <summary>What a page takes.</summary>
/// <param name="Items">The items that are in storage, each with all its deliveries.</param>
/// <param name="Reads">The program's storage transactions for one request, on average.</param>
/// <param name="Milliseconds">To the last byte, at the median.</param>
internal sealed record PageResult(string Page, int Items, double Reads, double Milliseconds);
