namespace Dissemination.Channels.Zalo;

/// <summary>What the token server answers.</summary>
/// <param name="ExpiresIn">Seconds; Zalo writes them as text.</param>
internal sealed record ZaloTokenAnswer(
    int Error, string? ErrorName, string? ErrorDescription, string? Message, string? AccessToken, string? RefreshToken, long ExpiresIn)
{
    /// <summary>The error stands in logs and messages, the tokens never.</summary>
    public override string ToString() => $"{Error} {ErrorName}";
}
