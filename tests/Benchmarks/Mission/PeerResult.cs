namespace Dissemination.Benchmarks.Mission;

/// <summary>What a plain program took beside ours.</summary>
/// <param name="Transactions">All that it asked of storage, by its own count.</param>
internal sealed record PeerResult(string Peer, int Deliveries, double Seconds, long Transactions)
{
    public double PerSecond => Deliveries / Seconds;

    public double TransactionsEach => Transactions / (double)Deliveries;
}
