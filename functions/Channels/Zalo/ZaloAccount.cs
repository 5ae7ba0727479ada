namespace Dissemination.Channels.Zalo;

/// <summary>An Official Account that the program may speak for.</summary>
/// <param name="Name">The name of its credential.</param>
/// <param name="FirstToken">The refresh token that its owner got on connecting it; used once, then a chain of others follows it.</param>
internal sealed record ZaloAccount(string Name, string FirstToken)
{
    /// <summary>The name stands in logs and messages, the secret never.</summary>
    public override string ToString() => Name;
}
