using System.Collections.Immutable;

namespace Dissemination.Intake.Drafts;

/// <summary>The form of an article or a poster, each field as it was typed: what is wrong with it is kept too.</summary>
internal sealed record DraftItem
{
    public const string Article = "article";
    public const string Poster = "poster";

    public string Id { get; init => field = value ?? ""; } = "";

    public string Kind { get; init => field = value ?? Article; } = Article;

    public string Title { get; init => field = value ?? ""; } = "";

    public string Summary { get; init => field = value ?? ""; } = "";

    /// <summary>Markdown, of which there are headings, points, links and emphasis.</summary>
    public string Body { get; init => field = value ?? ""; } = "";

    public string Issuer { get; init => field = value ?? ""; } = "";

    public string Resolution { get; init => field = value ?? ""; } = "";

    public ImmutableArray<string> Topics { get; init => field = value.IsDefault ? [] : [.. value.Where(each => each is not null)]; } = [];

    /// <summary>None means everywhere.</summary>
    public ImmutableArray<string> Communes { get; init => field = value.IsDefault ? [] : [.. value.Where(each => each is not null)]; } = [];

    /// <summary>As people write times, in Việt Nam.</summary>
    public string PublishAt { get; init => field = value ?? ""; } = "";

    public string ExpiresAt { get; init => field = value ?? ""; } = "";

    public string Overflow { get; init => field = value ?? "shorten"; } = "shorten";

    public string Untranslated { get; init => field = value ?? "wait"; } = "wait";

    public string Airing { get; init => field = value ?? "ordinary"; } = "ordinary";

    public bool Sample { get; init; }

    public string ApprovalDocument { get; init => field = value ?? ""; } = "";

    public string ApprovalDate { get; init => field = value ?? ""; } = "";

    public string ApprovalBy { get; init => field = value ?? ""; } = "";

    public ImmutableArray<DraftPicture> Pictures { get; init => field = value.IsDefault ? [] : value; } = [];
}
