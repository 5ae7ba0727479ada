using System.Globalization;

namespace Dissemination.Triggers.Contract;

/// <summary>
/// Tells the host's own invocations from the public's requests, which it forwards to the same port: without this, anybody
/// could POST to <c>/SendDeliveries</c>, for the invocation id is on both kinds.
/// </summary>
internal static class HostRequest
{
    public const string InvocationId = "X-Azure-Functions-InvocationId";
    public const string HostVersion = "X-Azure-Functions-HostVersion";

    /// <summary>What Azure's front ends add on the way in, and no client can take off again; the host adds none of them.</summary>
    private static readonly string[] s_frontEndHeaders = ["X-Forwarded-For", "X-Forwarded-Host", "Forwarded", "X-ARR-LOG-ID", "X-Original-URL", "Client-IP", "Disguised-Host"];

    /// <summary>
    /// The host posts an invocation to http://127.0.0.1:port with headers of its own only; a forwarded request keeps the
    /// client's Host header, by which Azure's front end found the app, so it can never be this loopback address.
    /// Two rules that fail apart: one is enough should a release of the host change the other.
    /// </summary>
    public static bool IsInvocation(HttpContext context)
    {
        var headers = context.Request.Headers;
        var own = string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{context.Connection.LocalPort}");
        return string.Equals(context.Request.Host.Value, own, StringComparison.Ordinal)
            && headers[InvocationId] is [{ Length: > 0 } id] && !id.Contains(',', StringComparison.Ordinal) // two: a client's, and one that the host adds as it forwards
            && headers.ContainsKey(HostVersion)
            && context.Request.HasJsonContentType()
            && !Array.Exists(s_frontEndHeaders, headers.ContainsKey);
    }
}
