using System.Globalization;
using System.Text.Json;
using Dissemination.Directory;
using Dissemination.Problems;

namespace Dissemination.Channels.Zalo;

/// <summary>What Zalo's answers say about a post: pure functions.</summary>
internal static class ZaloAnswers
{
    public const string Name = "Zalo";

    private const int TooOften = -32;
    private const int StillProcessed = -214;

    /// <summary>The access token is wrong, or its time is over.</summary>
    private static readonly int[] TokenRefused = [-216, -220];

    /// <summary>
    /// Neither this post nor another will ever arrive there until somebody does something at Zalo: account, plan, permission or group.
    /// </summary>
    private static readonly int[] DestinationRefused = [-204, -205, -209, -212, -221, -224, -235, -237, -238, -403];

    /// <summary>Reads an answer. A 5xx leaves open what happened, whatever it says.</summary>
    public static ZaloReply Read(int status, ReadOnlySpan<byte> body)
    {
        if (status >= StatusCodes.Status500InternalServerError)
        {
            return new ZaloReply.Lost($"HTTP {status}");
        }

        try
        {
            var reader = new Utf8JsonReader(body);
            var root = JsonElement.ParseValue(ref reader);
            return root.ValueKind is JsonValueKind.Object
                && int.TryParse(Text(root, "error"), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var error)
                ? new ZaloReply.Answered(error, Text(root, "message") ?? "", root.TryGetProperty("data", out var data) ? data : default)
                : new ZaloReply.Lost($"HTTP {status}");
        }
        catch (JsonException)
        {
            return new ZaloReply.Lost($"HTTP {status}");
        }
    }

    public static bool RefusesToken(ZaloReply reply) => reply is ZaloReply.Answered { Error: var error } && TokenRefused.Contains(error);

    /// <summary>Whether an article that was taken is not ready yet.</summary>
    public static bool IsProcessing(ZaloReply reply) => reply is ZaloReply.Answered answer
        && (answer.Error == StillProcessed || (answer.IsYes && answer.Text("id") is null)
        || answer.Message.Contains("being processed", StringComparison.OrdinalIgnoreCase));

    /// <summary>
    /// Whether what was to be taken down is not there any more. Which code Zalo gives then is not documented; its words say it.
    /// </summary>
    public static bool IsGone(ZaloReply reply) => reply is ZaloReply.Answered { IsYes: false, Message: var words }
        && (words.Contains("not exist", StringComparison.OrdinalIgnoreCase)
        || words.Contains("not found", StringComparison.OrdinalIgnoreCase));

    /// <summary>What became of a post where the answer is no yes.</summary>
    public static SendOutcome Classify(ZaloReply reply, Destination destination, ZaloOptions options, DateTimeOffset now) => reply switch
    {
        ZaloReply.NoToken none => none.Outcome,
        ZaloReply.NeverLeft => new SendOutcome.Later(null, WholeLane: false, new(nameof(ProblemTexts.ChannelUnreachable), null, Name)),
        ZaloReply.Lost lost => new SendOutcome.Unknown(new(nameof(ProblemTexts.ChannelOutcomeUnknown), null, Name, lost.What)),
        ZaloReply.Answered answer => Answered(answer, destination, options, now),
        _ => throw new InvalidOperationException($"{reply.GetType().Name} is no reply."),
    };

    /// <summary>The same for a call that may be repeated without harm: a lost answer is asked for again.</summary>
    public static SendOutcome ClassifyRepeatable(ZaloReply reply, Destination destination, ZaloOptions options, DateTimeOffset now) =>
        Classify(reply, destination, options, now) is SendOutcome.Unknown unknown
            ? new SendOutcome.Later(null, WholeLane: false, unknown.Reason)
            : Classify(reply, destination, options, now);

    public static string? Text(JsonElement element, string name) =>
        element.ValueKind is JsonValueKind.Object && element.TryGetProperty(name, out var value) ? value.ValueKind switch
        {
            JsonValueKind.String => value.GetString() is { Length: > 0 } text ? text : null,
            JsonValueKind.Number => value.GetRawText(),
            _ => null,
        }
        : null;

    private static SendOutcome Answered(ZaloReply.Answered answer, Destination destination, ZaloOptions options, DateTimeOffset now) =>
        answer.Error switch
        {
            TooOften =>
                new SendOutcome.Later(
                    TimeSpan.FromSeconds(options.ThrottleWait), WholeLane: true, new(nameof(ProblemTexts.ChannelThrottled), null, Name)),
            // A token that was got just now is refused: the account took its consent back, or the application is gone.
            -216 or -220 or -219 =>
                new SendOutcome.CredentialDead(new(nameof(ProblemTexts.CredentialRefused), null, Name, destination.Credential ?? "")),
            // -223 has two meanings; the other one is a permission that is missing.
            -223 when Says(answer, "quota") => OutOfQuota(answer, now),
            -223 => Closed(answer, destination),
            // Quotas are of one kind of post (a group's messages, broadcasts, articles): the account's others may go on.
            -211 or -218 => OutOfQuota(answer, now),
            -234 => new SendOutcome.Later(ZaloTimes.UntilMorning(now), WholeLane: false, new(nameof(ProblemTexts.ZaloNotAtNight))),
            StillProcessed =>
                new SendOutcome.Later(
                    TimeSpan.FromSeconds(options.VerifyWait), WholeLane: false, new(nameof(ProblemTexts.ZaloArticleProcessing))),
            -201 when Says(answer, "group") => Closed(answer, destination),
            _ when DestinationRefused.Contains(answer.Error) => Closed(answer, destination),
            // -230 and -232, nobody there spoke to the account lately, are among these: no waiting mends them.
            _ => new SendOutcome.Rejected(new(nameof(ProblemTexts.ChannelRefusedPost), null, Name, Words(answer))),
        };

    private static SendOutcome.Later OutOfQuota(ZaloReply.Answered answer, DateTimeOffset now) => new(
        Says(answer, "month")
            ? ZaloTimes.UntilNextMonth(now)
            : ZaloTimes.UntilTomorrow(now), WholeLane: false, new(nameof(ProblemTexts.ZaloQuotaUsedUp), null, Words(answer)));

    private static SendOutcome.Closed Closed(ZaloReply.Answered answer, Destination destination) =>
        new(new(nameof(ProblemTexts.DestinationClosed), null, Name, destination.Name, Words(answer)));

    private static bool Says(ZaloReply.Answered answer, string word) => answer.Message.Contains(word, StringComparison.OrdinalIgnoreCase);

    private static string Words(ZaloReply.Answered answer) =>
        string.Create(CultureInfo.InvariantCulture, $"{answer.Error} {answer.Message}").Trim();
}
