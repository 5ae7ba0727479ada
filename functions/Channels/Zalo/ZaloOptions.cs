namespace Dissemination.Channels.Zalo;

/// <summary>Settings under <c>Channels:Zalo</c>. The figures are those that Zalo does not publish, or publishes in two ways.</summary>
internal sealed class ZaloOptions
{
    public const string Section = "Channels:Zalo";

    /// <summary>The server of the Official Account API, without a path.</summary>
    public string BaseUrl { get; set; } = "https://openapi.zalo.me";

    /// <summary>The server that hands out tokens, without a path.</summary>
    public string OAuthUrl { get; set; } = "https://oauth.zaloapp.com";

    /// <summary>The application to which the owners of the accounts gave their consent; one for all accounts.</summary>
    public string AppId { get; set; } = "";

    /// <summary>The application's secret.</summary>
    public string SecretKey { get; set; } = "";

    /// <summary>Characters of a message to a group; not published for groups, this is the figure for other messages.</summary>
    public int GroupTextLimit { get; set; } = PlainText.ZaloGroupLimit;

    /// <summary>Bytes of a picture; Zalo says 1 MB.</summary>
    public int PictureLimit { get; set; } = 1_000_000;

    /// <summary>Characters of an article's title. Zalo says 150, and was seen to refuse exactly that.</summary>
    public int TitleLimit { get; set; } = 140;

    /// <summary>Characters of an article's description, its link among them. Zalo says 300, and was seen to refuse exactly that.</summary>
    public int DescriptionLimit { get; set; } = 250;

    /// <summary>Characters of an article's author.</summary>
    public int AuthorLimit { get; set; } = 50;

    /// <summary>Seconds that an account waits after Zalo said that it was asked too often; Zalo names no time and counts by the minute.</summary>
    public double ThrottleWait { get; set; } = 60;

    /// <summary>Seconds until Zalo is asked again whether an article is ready.</summary>
    public double VerifyWait { get; set; } = 5;

    /// <summary>Minutes after which an article that is still not ready is a person's matter.</summary>
    public double VerifyPatience { get; set; } = 30;

    /// <summary>Seconds until an article that was taken is listed at the latest; before, that it is not listed says nothing.</summary>
    public double ArticleShowsWithin { get; set; } = 45;

    /// <summary>How many pages of ten articles are read back at most.</summary>
    public int MostPages { get; set; } = 10;

    /// <summary>Minutes before its end at which an access token is refreshed.</summary>
    public double RefreshBefore { get; set; } = 10;

    /// <summary>Seconds until the next try where somebody else is refreshing the token.</summary>
    public double BusyWait { get; set; } = 2;

    public bool HasApp => ConfiguredSecret.Of(AppId) is { Length: > 0 } && ConfiguredSecret.Of(SecretKey) is { Length: > 0 };

    public bool IsValid =>
        IsServer(BaseUrl) && IsServer(OAuthUrl)
        && string.IsNullOrEmpty(AppId) == string.IsNullOrEmpty(SecretKey)
        && GroupTextLimit is >= 200 and <= 10_000 && PictureLimit > 0
        && TitleLimit is >= 20 and <= 150 && DescriptionLimit is >= 150 and <= 300 && AuthorLimit is >= 10 and <= 50
        && ThrottleWait > 0 && VerifyWait > 0 && VerifyPatience > 0 && ArticleShowsWithin >= 0 && MostPages > 0 && RefreshBefore >= 0 && BusyWait > 0;

    private static bool IsServer(string url) => Uri.TryCreate(url, UriKind.Absolute, out var address) && address is { Scheme: "http" or "https", AbsolutePath: "/" };
}
