using System.Net.Http.Headers;
using System.Text.Json;

namespace Dissemination.Local.Host;

/// <summary>How the host judges what it is answered.</summary>
internal static class InvocationAnswer
{
    /// <returns>Null when the invocation is done, else why it failed.</returns>
    public static string? Failure(int status, MediaTypeHeaderValue? contentType, ReadOnlyMemory<byte> body)
    {
        if (status is < 200 or > 299)
        {
            return $"answered {status}";
        }

        // The host never completes such an invocation, and stops it after its time: failed, only sooner.
        if (body.IsEmpty)
        {
            return "answered nothing";
        }

        if (contentType?.MediaType is not { } type || !type.EndsWith("json", StringComparison.OrdinalIgnoreCase))
        {
            return "answered something else than JSON";
        }

        try
        {
            using var answer = JsonDocument.Parse(body);
            return answer.RootElement.ValueKind == JsonValueKind.Object ? null : "answered JSON that is not an object";
        }
        catch (JsonException)
        {
            return "answered JSON that does not parse";
        }
    }
}
