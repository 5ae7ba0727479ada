namespace Dissemination.Channels.Rendering;

/// <summary>
/// What stands below the words of a post. Each part of a post is read by itself, so each names its issuer and is marked where it is a
/// sample.
/// </summary>
internal sealed record PostFoot(string? Speaker, string? Issuer, string? Sample, string Link)
{
    /// <param name="most">The characters of a name: one as long as an article must not push the link out.</param>
    public static PostFoot Of(Post post, int most)
    {
        return new(Name(post.Speaker), Name(post.Issuer), post.Sample ? PostTexts.Sample : null, post.Link);

        string? Name(string? name) =>
            name is not null && CleanText.Of(name).Trim() is { Length: > 0 } words ? Shortening.Shorten(new(words, []), most).Text : null;
    }

    /// <summary>Below the last part, or the only one.</summary>
    /// <param name="mark">Which part it is, or nothing.</param>
    public string Last(string mark) => Lines([Speaker is null ? null : $"— {Speaker}", Issuer + mark, Sample, Link]);

    /// <summary>Below a part that is not the last.</summary>
    public string Middle(string mark) => Lines([Issuer + mark, Sample]);

    private static string Lines(IEnumerable<string?> lines) =>
        string.Join('\n', lines.Where(line => !string.IsNullOrEmpty(line)).Select(line => line!.Trim()));
}
