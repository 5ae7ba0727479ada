using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Dissemination.Directory;

namespace Dissemination.Web.SignIn;

/// <summary>What a program comes in by at the API, in the name of the person who made it. The token itself is stored nowhere.</summary>
/// <param name="Id">The part of the token by which it is found.</param>
/// <param name="Name">What it is for, as people wrote it.</param>
/// <param name="Hash">Of the part that is secret.</param>
/// <param name="Until">From when on it is good no more.</param>
internal sealed record AccessToken(
    string Id, string Name, PersonId Person, ImmutableArray<TokenScope> Scopes, string Hash, DateTimeOffset MadeAt, DateTimeOffset Until)
{
    /// <summary>The account of whoever made it: where the office passes to another account, it ends. Null of a sample person.</summary>
    public Account? Account { get; init; }

    public DateTimeOffset? RevokedAt { get; init; }

    public PersonId? RevokedBy { get; init; }

    public bool IsGood(DateTimeOffset now) => RevokedAt is null && now < Until;

    /// <summary>When it ended or will end.</summary>
    [JsonIgnore]
    public DateTimeOffset Ends => RevokedAt is { } at && at < Until ? at : Until;
}
