namespace Dissemination.Channels;

/// <summary>Settings under <c>Channels</c>.</summary>
internal sealed class ChannelOptions
{
    public const string Section = "Channels";

    /// <summary>
    /// Whether posts whose credential is not configured are kept as previews. Set on one machine only: in the cloud such a post waits.
    /// </summary>
    public bool Preview { get; set; }
}
