namespace Dissemination.Simulators.Zalo;

/// <summary>A call that was made.</summary>
/// <param name="Token">The access token; empty at the token server.</param>
public sealed record ZaloCall(string Path, string Token);
