using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace Dissemination.Simulators.Facebook;

/// <summary>An answer of the simulated Graph API.</summary>
internal sealed record FacebookReply(int Status, JsonNode Body)
{
    public ImmutableDictionary<string, string> Headers { get; init; } = [];

    public static FacebookReply Done(JsonNode body) => new(200, body);

    public static FacebookReply Refused(FacebookFault.Answer answer)
    {
        var error = new JsonObject
        {
            ["message"] = answer.Message,
            ["type"] = answer.Code == 100 ? "GraphMethodException" : "OAuthException",
            ["code"] = answer.Code,
            ["fbtrace_id"] = "ASimulatedTrace",
        };
        if (answer.Subcode is { } subcode)
        {
            error["error_subcode"] = subcode;
        }

        if (answer.Transient)
        {
            error["is_transient"] = true;
        }

        return new(answer.Status, new JsonObject { ["error"] = error }) { Headers = answer.Headers };
    }
}
