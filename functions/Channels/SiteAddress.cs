namespace Dissemination.Channels;

/// <summary>Where the public finds this site: what short links and feeds begin with.</summary>
internal sealed class SiteAddress(IConfiguration configuration)
{
    /// <summary>The setting <c>Site:BaseUrl</c>.</summary>
    public Uri Base { get; } = new(
        configuration["Site:BaseUrl"]
        ?? throw new InvalidOperationException(
            "The setting Site__BaseUrl is missing: without it posts would carry links that lead nowhere."));

    /// <summary>Where the public hears a voice. With the file the address changes, so that whoever keeps a copy gets the new one.</summary>
    public string Voice(PostVoice voice) => new Uri(Base, $"/voices/{voice.File}").ToString();

    /// <summary>The full address of a short link, for example <c>https://example.org/s/k3Xp…</c>.</summary>
    public string ShortLink(string code) => new Uri(Base, $"/s/{code}").ToString();
}
