namespace Dissemination.Channels;

/// <summary>For how long after posting a machine may still change a post; what it may not is a hand task.</summary>
/// <param name="Edit">Null for never.</param>
/// <param name="Remove">Null for never.</param>
internal sealed record ChannelChanges(TimeSpan? Edit, TimeSpan? Remove)
{
    /// <summary>
    /// How other words go on from the progress of a post of which nobody has got anything yet; null where parts of it can be seen.
    /// </summary>
    public Func<string, string?> TakeOver { get; init; } = _ => null;

    public static ChannelChanges Never { get; } = new(null, null);

    public static ChannelChanges Always { get; } = new(TimeSpan.MaxValue, TimeSpan.MaxValue);
}
