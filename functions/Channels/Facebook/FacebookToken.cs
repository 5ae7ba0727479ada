using System.Collections.Immutable;

namespace Dissemination.Channels.Facebook;

/// <summary>What Facebook says of a token (<c>debug_token</c>).</summary>
/// <param name="Type"><c>PAGE</c>, <c>USER</c> or <c>APP</c>.</param>
/// <param name="ProfileId">The page of a page token.</param>
/// <param name="ExpiresAt">Seconds since 1970; 0 for never.</param>
internal sealed record FacebookToken(
    string? AppId,
    string? Type,
    bool IsValid,
    string? ProfileId,
    long? ExpiresAt,
    ImmutableArray<string> Scopes,
    ImmutableArray<FacebookToken.Grant> GranularScopes,
    FacebookToken.Death? Error)
{
    /// <summary>Whether it may do something with a page. A grant that names no targets holds for all of them.</summary>
    public bool May(string permission, string page) =>
        !Scopes.IsDefault && Scopes.Contains(permission, StringComparer.Ordinal)
        && (GranularScopes.IsDefaultOrEmpty
            || GranularScopes.Where(grant => grant.Scope == permission)
                .All(grant => grant.TargetIds.IsDefaultOrEmpty || grant.TargetIds.Contains(page, StringComparer.Ordinal)));

    internal sealed record Grant(string? Scope, ImmutableArray<string> TargetIds);

    /// <summary>Why it is not valid.</summary>
    internal sealed record Death(int Code, int? Subcode);
}
