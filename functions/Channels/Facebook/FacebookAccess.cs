using System.Text.RegularExpressions;
using Dissemination.Directory;
using Dissemination.Problems;

namespace Dissemination.Channels.Facebook;

/// <summary>A page and the token that may write on it, both of a form that can be sent.</summary>
internal sealed partial record FacebookAccess(string Page, string Token)
{
    /// <summary>The access, or the outcome of whatever was wanted with it.</summary>
    public static (FacebookAccess? Access, SendOutcome? Failure) Of(Destination destination, string? credential) =>
        credential is null || !TokenForm().IsMatch(credential)
            ? (null, new SendOutcome.CredentialDead(
                new(nameof(ProblemTexts.CredentialRefused), null, FacebookAnswers.Name, destination.Credential ?? "")))
        : !PageForm().IsMatch(destination.Address) ? (null, FacebookAnswers.Closed($"'{destination.Address}'", destination))
        : (new(destination.Address, credential), null);

    /// <summary>The page stands in logs and messages, the token never.</summary>
    public override string ToString() => Page;

    // What can stand in a header.
    [GeneratedRegex("^[!-~]+$", RegexOptions.CultureInvariant, Timeout.Infinite)]
    private static partial Regex TokenForm();

    // An id, or the name of the page in its address. An underscore would make it a post.
    [GeneratedRegex(@"^[A-Za-z0-9][A-Za-z0-9.\-]{0,99}$", RegexOptions.CultureInvariant, Timeout.Infinite)]
    private static partial Regex PageForm();
}
