namespace Dissemination.Channels;

/// <summary>Failures of HTTP that happen before a request is written.</summary>
internal static class ConnectFailures
{
    /// <summary>Whether the request surely did not leave.</summary>
    public static bool NeverLeft(this HttpRequestException failure) => failure.HttpRequestError
        is HttpRequestError.NameResolutionError
        or HttpRequestError.ConnectionError
        or HttpRequestError.SecureConnectionError
        or HttpRequestError.ProxyTunnelError;
}
