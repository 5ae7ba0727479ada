using System.Collections.Immutable;
using Dissemination.Directory;

namespace Dissemination.Web.SignIn;

/// <summary>All tokens of the API, the newest first; those that ended are shown for a while.</summary>
internal sealed record AccessTokens(ImmutableArray<AccessToken> All)
{
    public static AccessTokens None { get; } = new([]);

    /// <summary>How long people see what ended.</summary>
    private static readonly TimeSpan Shown = TimeSpan.FromDays(365);

    public AccessToken? Find(string id) => All.FirstOrDefault(token => token.Id == id);

    /// <summary>How many of a person are good.</summary>
    public int GoodOf(PersonId person, DateTimeOffset now) => All.Count(token => token.Person == person && token.IsGood(now));

    public AccessTokens With(AccessToken token, DateTimeOffset now) =>
        new([token, .. All.Where(other => other.Id != token.Id && other.Ends + Shown > now)]);

    public AccessTokens Replacing(AccessToken token) => new([.. All.Select(other => other.Id == token.Id ? token : other)]);
}
