namespace Dissemination.Channels.Facebook;

/// <summary>How many of something there are: under one name where Facebook sums up a list, under another where it only counts.</summary>
internal sealed record FacebookCount(FacebookCount.Sum? Summary, long? Count)
{
    public long? Value => Summary?.TotalCount ?? Count;

    internal sealed record Sum(long? TotalCount);
}
