using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Dissemination.Simulators.Faults;

/// <summary>
/// Repeats in errors what a call was made with, as channels and the gateways before them do: as it is, encoded, cut off, and without the
/// part before its colon.
/// </summary>
internal static partial class EchoedCredentials
{
    private static readonly string[] Headers = ["Authorization", "access_token", "secret_key", "Ocp-Apim-Subscription-Key"];

    private static readonly string[] Fields = ["access_token", "refresh_token", "input_token", "appsecret_proof", "secret_token"];

    private static readonly string[] Words =
        ["description", "message", "error_name", "error_reason", "error_description", "type", "fbtrace_id"];

    /// <summary>Stands between a simulator and whoever called it, and changes nothing while its plan does not echo.</summary>
    public static void UseEchoedCredentials(this IApplicationBuilder app, ISimulator simulator) => app.Use(async (context, next) =>
    {
        if (!simulator.Faults.EchoesCredentials)
        {
            await next(context);
            return;
        }

        context.Request.EnableBuffering();
        var caller = context.Response.Body;
        using var answer = new MemoryStream();
        context.Response.Body = answer;
        await next(context);
        context.Response.Body = caller;
        if (!context.RequestAborted.IsCancellationRequested)
        {
            var echo = string.Join(' ', (await CredentialsAsync(context.Request)).SelectMany(Forms).Distinct(StringComparer.Ordinal));
            await context.Response.WriteAsync(
                With(Encoding.UTF8.GetString(answer.ToArray()), context.Response.StatusCode, echo), context.RequestAborted);
        }
    });

    private static async Task<IEnumerable<string>> CredentialsAsync(HttpRequest request)
    {
        List<string?> found = [BotToken().Match(request.Path.Value!).Groups["token"].Value];
        found.AddRange(Headers.Select(name => request.Headers[name].ToString().Replace("Bearer ", "", StringComparison.Ordinal)));
        found.AddRange(Fields.Select(name => request.Query[name].ToString()));
        if (request.HasFormContentType)
        {
            var form = await request.ReadFormAsync();
            found.AddRange(Fields.Select(name => form[name].ToString()));
        }
        else if (request.HasJsonContentType())
        {
            request.Body.Position = 0;
            using var body = await JsonDocument.ParseAsync(request.Body);
            found.AddRange(Fields.Select(name => body.RootElement is { ValueKind: JsonValueKind.Object } root
                && root.TryGetProperty(name, out var value) ? value.GetString() : null));
        }

        return found.OfType<string>().Where(secret => secret.Length > 0);
    }

    private static IEnumerable<string> Forms(string secret) =>
    [
        secret,
        Uri.EscapeDataString(secret),
        Convert.ToBase64String(Encoding.UTF8.GetBytes(secret)),
        Convert.ToBase64String(Encoding.UTF8.GetBytes($"x:{secret}")),
        Convert.ToHexString(Encoding.UTF8.GetBytes(secret)),
        secret[(secret.IndexOf(':', StringComparison.Ordinal) + 1)..],
        $"{secret[..Math.Min(secret.Length, 24)]}[cut]",
    ];

    /// <summary>An answer with the credentials in it; a yes stays as it is.</summary>
    private static string With(string answer, int status, string echo)
    {
        try
        {
            if (JsonNode.Parse(answer) is not JsonObject body)
            {
                return answer;
            }

            foreach (var error in Errors(body, status))
            {
                foreach (var name in Words.Where(name => error[name] is JsonValue value && value.GetValueKind() is JsonValueKind.String))
                {
                    error[name] = $"{error[name]} {echo}";
                }
            }

            return body.ToJsonString();
        }
        catch (JsonException)
        {
            return $"{answer}<p>{echo}</p>";
        }
    }

    private static IEnumerable<JsonObject> Errors(JsonObject body, int status)
    {
        if (body["error"] is JsonObject error)
        {
            yield return error;
        }
        else if (status >= StatusCodes.Status400BadRequest || (body["error"] is JsonValue code && code.ToString() is not "0"))
        {
            yield return body;
        }
    }

    [GeneratedRegex("^/bot(?<token>[^/]+)/", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex BotToken();
}
