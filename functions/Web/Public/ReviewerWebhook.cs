using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Dissemination.Reviewing;
using Dissemination.Web.Pages.Frame;
using Microsoft.Extensions.Options;
using Telegram.Bot;
using Telegram.Bot.Types;

namespace Dissemination.Web.Public;

/// <summary>Where Telegram brings what reviewers press and write. Not there where no bot is configured.</summary>
internal static class ReviewerWebhook
{
    /// <summary>Telegram's own: it writes here what it was told when the webhook was set.</summary>
    public const string SecretHeader = "X-Telegram-Bot-Api-Secret-Token";

    /// <summary>A message and the one that it answers are at most 4,096 units each, and every one may be escaped.</summary>
    private const long MostBytes = 256 * 1024;

    // The library's own options know no types before it has used them itself, and the first update may come before that.
    private static readonly JsonTypeInfo<Update> UpdateJson =
        (JsonTypeInfo<Update>)new JsonSerializerOptions(JsonBotAPI.Options)
        {
            TypeInfoResolver = JsonBotSerializerContext.Default,
        }.GetTypeInfo(typeof(Update));

    public static void MapReviewerWebhook(this IEndpointRouteBuilder endpoints)
    {
        if (endpoints.ServiceProvider.GetRequiredService<IOptions<ReviewerOptions>>().Value is { IsOn: true, Secret: { } secret })
        {
            endpoints.MapPost(
                ReviewerConnections.Path,
                (HttpContext context, ReviewerUpdates updates, CancellationToken cancellationToken) => TakeAsync(
                    context, secret, updates, cancellationToken))
                .AllowAnonymous()
                .ExcludeFromDescription()
                .DisableRateLimiting()
                .WithMetadata(new BodyLimit(MostBytes));
        }
    }

    private static async Task<IResult> TakeAsync(
        HttpContext context, string secret, ReviewerUpdates updates, CancellationToken cancellationToken)
    {
        if (!IsSecret(context.Request.Headers[SecretHeader].ToString(), secret))
        {
            return TypedResults.StatusCode(StatusCodes.Status401Unauthorized);
        }

        try
        {
            if (await JsonSerializer.DeserializeAsync(context.Request.Body, UpdateJson, cancellationToken) is not { } update)
            {
                return TypedResults.StatusCode(StatusCodes.Status400BadRequest);
            }

            await updates.TakeAsync(update, cancellationToken);
            return TypedResults.Ok();
        }
        catch (JsonException)
        {
            return TypedResults.StatusCode(StatusCodes.Status400BadRequest);
        }
        catch (BadHttpRequestException tooLarge)
        {
            return TypedResults.StatusCode(tooLarge.StatusCode);
        }
    }

    // Hashes are of one length, so that the time tells nothing of the secret, not even how long it is.
    private static bool IsSecret(string given, string secret) => CryptographicOperations.FixedTimeEquals(Hash(given), Hash(secret));

    private static byte[] Hash(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
}
