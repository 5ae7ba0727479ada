using Dissemination.Directory;

namespace Dissemination.Channels;

/// <summary>One post on its way to one destination.</summary>
/// <param name="Destination">With the address that holds now, if the channel moved it.</param>
/// <param name="Credential">The secret of the destination's credential, or null where the channel needs none.</param>
/// <param name="Progress">What the channel calls the parts that an earlier try already delivered; null where none did.</param>
/// <param name="SoughtSince">
/// Since when something of it may be there although a person did not find it; null where nothing can be. A channel that can looks first.
/// </param>
internal sealed record SendRequest(
    Post Post, Destination Destination, string? Credential, string? Progress = null, DateTimeOffset? SoughtSince = null)
{
    /// <summary>
    /// Completes when all that goes out at the same time has been begun: a channel that writes several together waits for it.
    /// </summary>
    public Task AllBegun { get; init; } = Task.CompletedTask;

    /// <summary>The delivery stands in logs and messages, the secret never.</summary>
    public override string ToString() => Post.Id.ToString();
}
