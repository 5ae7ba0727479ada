namespace Dissemination.Channels;

/// <summary>How a destination is served.</summary>
/// <param name="Lane">The deliveries that share one credential, and so one rate limit.</param>
/// <param name="Channel">Null where a person serves it.</param>
/// <param name="Credential">The secret; null where the channel needs none.</param>
internal sealed record ChannelRoute(string Lane, IChannel? Channel, string? Credential)
{
    public const string HandLane = "hand";

    public const string WebsiteLane = "website";

    public const string PreviewLane = "preview";

    /// <summary>The lane stands in logs and messages, the secret never.</summary>
    public override string ToString() => Lane;
}
