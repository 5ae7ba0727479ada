namespace Dissemination.Channels.Website;

/// <summary>Settings under <c>Site</c> that feeds need.</summary>
internal sealed class WebsiteOptions
{
    public const string Section = "Site";

    /// <summary>The public address of the program.</summary>
    public string BaseUrl { get; set; } = "http://localhost";

    public string Site => BaseUrl.TrimEnd('/');

    public bool IsValid => Uri.TryCreate(BaseUrl, UriKind.Absolute, out var address) && address is { Scheme: "http" or "https" };
}
