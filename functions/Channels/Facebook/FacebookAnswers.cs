using System.Text.Json;
using Dissemination.Directory;
using Dissemination.Problems;

namespace Dissemination.Channels.Facebook;

/// <summary>What a failed call to Facebook says about the post: never left, answered, or nobody knows.</summary>
internal static class FacebookAnswers
{
    public const string Name = "Facebook";

    /// <summary>Why an answer is no yes; null for a yes. A body that is not the Graph API's leaves open what became of the call.</summary>
    public static FacebookFailure? FailureOf(int status, ReadOnlySpan<byte> body)
    {
        var isYes = status is >= 200 and < 300;
        try
        {
            return JsonSerializer.Deserialize(body, FacebookJson.Default.FacebookErrorBody) switch
            {
                { Error: { } error } => new FacebookFailure.Refused(status, error),
                _ when isYes => null,
                _ => Strange(status),
            };
        }
        catch (JsonException)
        {
            return Strange(status);
        }
    }

    public static SendOutcome Classify(
        FacebookFailure failure, FacebookUsage usage, FacebookCall call, Destination destination, FacebookOptions options)
    {
        var outcome = failure switch
        {
            FacebookFailure.NeverLeft =>
                new SendOutcome.Later(null, WholeLane: false, new(nameof(ProblemTexts.ChannelUnreachable), null, Name)),
            FacebookFailure.Refused { Status: StatusCodes.Status429TooManyRequests }
                or FacebookFailure.Refused { Error.Code: 4 or 17 or 32 or 341 or 613 or 80001 } =>
                new SendOutcome.Later(
                    usage.RegainAfter ?? options.ThrottleWait, WholeLane: true, new(nameof(ProblemTexts.ChannelThrottled), null, Name)),
            FacebookFailure.Refused refused => Refused(refused, call, destination),
            FacebookFailure.Lost lost => Unclear(lost.What, call),
            _ => throw new ArgumentOutOfRangeException(nameof(failure)),
        };
        return outcome with { LanePause = usage.Pause(options) };
    }

    /// <summary>Why a token is dead, from the subcode, in words that tell its owner what to do.</summary>
    public static Problem DeadToken(int? subcode, Destination destination) => subcode switch
    {
        458 => new(nameof(ProblemTexts.FacebookTokenAppRemoved), null, Credential(destination)),
        459 or 464 => new(nameof(ProblemTexts.FacebookTokenNeedsLogin), null, Credential(destination)),
        460 => new(nameof(ProblemTexts.FacebookTokenPasswordChanged), null, Credential(destination)),
        463 => new(nameof(ProblemTexts.FacebookTokenExpired), null, Credential(destination)),
        492 => new(nameof(ProblemTexts.FacebookTokenNoRole), null, Credential(destination)),
        _ => new(nameof(ProblemTexts.CredentialRefused), null, Name, Credential(destination)),
    };

    public static SendOutcome.Closed Closed(string words, Destination destination) =>
        new(new(nameof(ProblemTexts.DestinationClosed), null, Name, destination.Name, words));

    // By its code first: these are Facebook's own decisions, whichever status they come with.
    private static SendOutcome Refused(FacebookFailure.Refused refused, FacebookCall call, Destination destination) =>
        refused.Error.Code switch
        {
            102 or 190 => new SendOutcome.CredentialDead(DeadToken(refused.Error.ErrorSubcode, destination)),
            368 => new SendOutcome.CredentialDead(new(nameof(ProblemTexts.FacebookBlocked), null, destination.Name, refused.Error.Words)),
            506 => new SendOutcome.Duplicate(new(nameof(ProblemTexts.FacebookDuplicate), null, destination.Name)),
            10 or (>= 200 and <= 299) =>
                new SendOutcome.Closed(new(nameof(ProblemTexts.FacebookPermissionMissing), null, destination.Name, refused.Error.Words)),
            FacebookError.BadParameter when refused.IsNotThere && call is not FacebookCall.Change =>
                Closed(refused.Error.Words, destination),
            FacebookError.BadParameter => Rejected(refused),

            // 1 and 2 are "temporary" by the documentation, but with a 5xx the call broke off somewhere within Facebook, and posts have
            // been seen to appear all the same. A post is therefore unknown, and reading the page back settles it for the price of one
            // call; what was refused with a 4xx was never begun.
            _ when refused.Status >= StatusCodes.Status500InternalServerError =>
                Unclear($"HTTP {refused.Status}, {refused.Error.Words}", call),
            1 or 2 => Temporary(refused),
            _ when refused.Error.IsTransient is true => Temporary(refused),

            // A yes with an error in it contradicts itself.
            _ when refused.Status < StatusCodes.Status400BadRequest => Unclear($"HTTP {refused.Status}, {refused.Error.Words}", call),
            _ => Rejected(refused),
        };

    private static SendOutcome Unclear(string what, FacebookCall call)
    {
        var reason = new Problem(nameof(ProblemTexts.ChannelOutcomeUnknown), null, Name, what);
        return call is FacebookCall.Publish ? new SendOutcome.Unknown(reason) : new SendOutcome.Later(null, WholeLane: false, reason);
    }

    private static SendOutcome.Later Temporary(FacebookFailure.Refused refused) =>
        new(null, WholeLane: false, new(nameof(ProblemTexts.FacebookTemporary), null, refused.Error.Words));

    private static SendOutcome.Rejected Rejected(FacebookFailure.Refused refused) =>
        new(new(nameof(ProblemTexts.ChannelRefusedPost), null, Name, refused.Error.Words));

    // A gateway that throttles need not speak JSON.
    private static FacebookFailure Strange(int status) => status == StatusCodes.Status429TooManyRequests
        ? new FacebookFailure.Refused(status, new(null, null, 0, null, null, null))
        : new FacebookFailure.Lost($"HTTP {status}");

    private static string Credential(Destination destination) => destination.Credential ?? "";
}
