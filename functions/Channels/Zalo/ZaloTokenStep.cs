namespace Dissemination.Channels.Zalo;

/// <summary>What a stored chain asks for.</summary>
internal enum ZaloTokenStep
{
    /// <summary>The access token is good.</summary>
    Use,

    Refresh,

    /// <summary>Configuration has another first token: the stored chain is over.</summary>
    Begin,

    Dead,
}
