using System.Collections.Immutable;

namespace Dissemination.Simulators.Facebook;

/// <summary>What a simulated token is. One of which nothing is said is a page token that may do everything everywhere.</summary>
public sealed record FacebookTokenFacts
{
    public const string Manage = "pages_manage_posts";

    public const string Read = "pages_read_engagement";

    /// <summary><c>PAGE</c>, <c>USER</c> or <c>APP</c>.</summary>
    public string Type { get; init; } = "PAGE";

    /// <summary>The page that it is for; null for any.</summary>
    public string? Page { get; init; }

    public string App { get; init; } = "1000";

    public ImmutableArray<string> Scopes { get; init; } = [Manage, Read];

    /// <summary>The pages for which the scopes were granted; empty for all.</summary>
    public ImmutableArray<string> GrantedFor { get; init; } = [];

    /// <summary>Seconds since 1970; 0 for never.</summary>
    public long ExpiresAt { get; init; }
}
