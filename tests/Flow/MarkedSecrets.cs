using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Dissemination.Simulators.Translator;
using Dissemination.Simulators.Zalo;

namespace Dissemination.Tests.Flow;

/// <summary>The secrets of the program in <see cref="MarkedChannels"/>, and how to know one of them in a text.</summary>
internal static class MarkedSecrets
{
    public const string Telegram = "7123456789:AAMarkedSecretOfTelegram0123456";
    public const string Facebook = "EAAMarkedPageTokenOfBungLao0123456789abcdef";
    public const string FacebookApp = "f00dMarkedAppSecretOfFacebook0123";
    public const string Reviewers = "7987654321:AAMarkedSecretOfReviewers0123456";
    public const string Webhook = "Marked_secret-of-the-webhook_0123";
    public const string ZaloAccount = "zalo_bung_lao";

    /// <summary>So many letters of a secret in a row are no accident.</summary>
    private const int Telling = 16;

    public static string ZaloFirst { get; } = $"{ZaloSimulator.FirstTokenOf(ZaloAccount)}#MarkedFirstTokenOfZalo0123";

    private static readonly (string Name, string[] Forms)[] All =
    [
        .. new (string, string)[]
        {
            ("token of the Telegram bot", Telegram),
            ("token of the Facebook page", Facebook),
            ("secret of the Facebook app", FacebookApp),
            ("proof of the Facebook app", ProofOf(Facebook)),
            ("first token of Zalo", ZaloFirst),
            ("secret of the Zalo app", ZaloSimulator.SecretKey),
            ("token of the reviewers' bot", Reviewers),
            ("secret of the webhook", Webhook),
            ("key of the translator", TranslatorSimulator.Key),
        }.Select(secret => (secret.Item1, FormsOf(secret.Item2).ToArray())),
        ("a token that Zalo gave", FormsOfGivenTokens()),
    ];

    /// <summary>The names of the secrets that a text holds: whole or in part, as they are, URL-encoded, in base64 or in hex.</summary>
    public static IEnumerable<string> In(string text) =>
        All.Where(secret => Array.Exists(secret.Forms, form => text.Contains(form, StringComparison.OrdinalIgnoreCase)))
            .Select(secret => secret.Name);

    private static IEnumerable<string> FormsOf(string secret)
    {
        for (var at = 0; at + Telling <= secret.Length; at++)
        {
            yield return secret.Substring(at, Telling);
        }

        var bytes = Encoding.UTF8.GetBytes(secret);
        yield return Uri.EscapeDataString(secret);
        yield return Convert.ToHexString(bytes);
        for (var before = 0; before < 3; before++)
        {
            // The letters at both ends depend on what stands beside it.
            yield return Convert.ToBase64String([.. new byte[before], .. bytes])[4..^4];
        }
    }

    /// <summary>Each token that the simulated Zalo gives is named for what it is, a number and its account.</summary>
    private static string[] FormsOfGivenTokens() =>
    [
        .. ((string[])["access-", "refresh-"]).SelectMany(kind =>
            Enumerable.Range(1, 60).Select(number => string.Create(CultureInfo.InvariantCulture, $"{kind}{number}-{ZaloAccount}"))
                .Append(Convert.ToHexString(Encoding.UTF8.GetBytes(kind)))
                .Append(Convert.ToBase64String(Encoding.UTF8.GetBytes(kind))[..9])),
    ];

    private static string ProofOf(string token) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(FacebookApp), Encoding.UTF8.GetBytes(token)));
}
