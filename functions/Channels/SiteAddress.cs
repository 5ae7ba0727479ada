namespace Dissemination.Channels;

/// <summary>Where the public finds this site: what short links and feeds begin with.</summary>
internal sealed class SiteAddress(IConfiguration configuration)
{
    /// <summary>The setting <c>Site:BaseUrl</c>.</summary>
    public Uri Base { get; } = new(
        configuration["Site:BaseUrl"]
        ?? throw new InvalidOperationException(
            "The setting Site__BaseUrl is missing: without it posts would carry links that lead nowhere."));

    /// <summary>The full address of a short link, for example <c>https://example.org/s/k3Xp…</c>.</summary>
    public string ShortLink(string code) => new Uri(Base, $"/s/{code}").ToString();
}
