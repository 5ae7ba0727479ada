namespace Dissemination.Channels.Zalo;

/// <summary>An access token, or why there is none now.</summary>
internal abstract record ZaloToken
{
    private ZaloToken()
    {
    }

    public sealed record Ready(string AccessToken) : ZaloToken
    {
        public override string ToString() => nameof(Ready);
    }

    /// <param name="Outcome">What that means for the post that was to be sent: it did not leave.</param>
    public sealed record None(SendOutcome Outcome) : ZaloToken;
}
