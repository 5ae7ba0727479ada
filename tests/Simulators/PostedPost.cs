namespace Dissemination.Simulators;

/// <summary>One post that is really there.</summary>
/// <param name="Credential">The token, page or account that posted it.</param>
/// <param name="Destination">The chat, page or group.</param>
/// <param name="Reference">What the channel calls it.</param>
public sealed record PostedPost(string Credential, string Destination, string Reference, string Text, int Pictures, DateTimeOffset At);
