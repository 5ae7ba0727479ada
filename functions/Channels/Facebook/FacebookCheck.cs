using System.Collections.Immutable;
using Dissemination.Directory;
using Dissemination.Problems;

namespace Dissemination.Channels.Facebook;

/// <summary>What is wrong with a page's connection, from what Facebook says of its token and of the page: a pure function.</summary>
internal static class FacebookCheck
{
    /// <summary>For posting, and for reading the page back.</summary>
    private static readonly ImmutableArray<string> Permissions = ["pages_manage_posts", "pages_read_engagement"];

    public static IEnumerable<Problem> Problems(
        FacebookAnswer<FacebookTokenBody> token, FacebookAnswer<FacebookPage> page, Destination destination, FacebookOptions options) =>
        token switch
        {
            { Value.Data: { IsValid: true } alive } =>
                [.. OfToken(alive, page.Value, destination, options), .. OfPage(page, destination, options)],
            { Value.Data: { } dead } => [FacebookAnswers.DeadToken(dead.Error?.Subcode, destination)],
            { Failure: FacebookFailure.NeverLeft } => [new(nameof(ProblemTexts.ChannelUnreachable), null, FacebookAnswers.Name)],
            { Failure: FacebookFailure.Refused { Error: { Code: 102 or 190 } error } } =>
                [FacebookAnswers.DeadToken(error.ErrorSubcode, destination)],
            { Failure: FacebookFailure.Refused { Error: var error } } => [NotRead(error.Words, destination)],
            { Failure: FacebookFailure.Lost lost } => [NotRead(lost.What, destination)],
            _ => [NotRead("", destination)],
        };

    private static IEnumerable<Problem> OfToken(FacebookToken token, FacebookPage? page, Destination destination, FacebookOptions options)
    {
        var credential = destination.Credential ?? "";
        var id = page?.Id ?? destination.Address;
        if (token.Type is not "PAGE")
        {
            yield return new(nameof(ProblemTexts.FacebookTokenOfPerson), null, credential, token.Type ?? "");
        }
        else if (token.ProfileId is { } profile && profile != id)
        {
            yield return new(nameof(ProblemTexts.FacebookTokenOfOtherPage), null, credential, destination.Name, profile);
        }

        if (options.AppId is { Length: > 0 } app && token.AppId is { } other && other != app)
        {
            yield return new(nameof(ProblemTexts.FacebookTokenOfOtherApp), null, credential, other);
        }

        foreach (var permission in Permissions.Where(permission => !token.May(permission, id)))
        {
            yield return new(nameof(ProblemTexts.FacebookTokenLacksPermission), null, credential, permission);
        }

        if (token.ExpiresAt is { } seconds and > 0)
        {
            yield return new(
                nameof(ProblemTexts.FacebookTokenWillExpire),
                null,
                credential,
                LocalTime.Text(DateTimeOffset.FromUnixTimeSeconds(seconds)));
        }
    }

    private static IEnumerable<Problem> OfPage(FacebookAnswer<FacebookPage> page, Destination destination, FacebookOptions options)
    {
        if (page.Failure is FacebookFailure.Refused refused)
        {
            yield return new(nameof(ProblemTexts.DestinationClosed), null, FacebookAnswers.Name, destination.Name, refused.Error.Words);
        }
        else if (!page.IsYes)
        {
            yield return new(nameof(ProblemTexts.ChannelUnreachable), null, FacebookAnswers.Name);
        }
        else if (page.Value.IsPublished is false)
        {
            yield return new(nameof(ProblemTexts.FacebookPageHidden), null, destination.Name);
        }

        if (!options.AppIsLive)
        {
            yield return new(nameof(ProblemTexts.FacebookAppNotLive), null);
        }
    }

    private static Problem NotRead(string words, Destination destination) =>
        new(nameof(ProblemTexts.FacebookTokenNotRead), null, destination.Credential ?? "", words);
}
