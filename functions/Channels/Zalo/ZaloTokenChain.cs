using System.Security.Cryptography;
using System.Text;

namespace Dissemination.Channels.Zalo;

/// <summary>The tokens of one account as they are stored: each refresh token is used once and gives the next.</summary>
/// <param name="BeganWith">The hash of the first token, as it stands in configuration: another one there begins a new chain.</param>
/// <param name="RefreshToken">The one that was not used yet.</param>
/// <param name="AccessToken">Null until the first refresh.</param>
/// <param name="Dead">Whether Zalo refused the refresh token: only a new first token helps.</param>
internal sealed record ZaloTokenChain(
    string BeganWith,
    string RefreshToken,
    string? AccessToken = null,
    DateTimeOffset RefreshedAt = default,
    DateTimeOffset ExpiresAt = default,
    bool Dead = false)
{
    public static ZaloTokenChain Begin(string firstToken) => new(HashOf(firstToken), firstToken);

    /// <summary>What is to be done before a call: a pure function.</summary>
    /// <param name="refused">The access token that Zalo refused last, whatever its time.</param>
    /// <param name="refreshBefore">How long before its end a token is not used any more; never more than a fifth of its life.</param>
    public ZaloTokenStep Step(string firstToken, string? refused, DateTimeOffset now, TimeSpan refreshBefore)
    {
        var early = TimeSpan.FromTicks(Math.Min(refreshBefore.Ticks, (ExpiresAt - RefreshedAt).Ticks / 5));
        return BeganWith != HashOf(firstToken) ? ZaloTokenStep.Begin
            : Dead ? ZaloTokenStep.Dead
            : AccessToken is not null && AccessToken != refused && now < ExpiresAt - early ? ZaloTokenStep.Use
            : ZaloTokenStep.Refresh;
    }

    public override string ToString() => $"chain of {BeganWith[..8]}";

    private static string HashOf(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}
