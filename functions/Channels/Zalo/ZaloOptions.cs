using System.ComponentModel.DataAnnotations;

namespace Dissemination.Channels.Zalo;

/// <summary>Settings under <c>Channels:Zalo</c>. The figures are those that Zalo does not publish, or publishes in two ways.</summary>
internal sealed class ZaloOptions : IValidatableObject
{
    public const string Section = "Channels:Zalo";

    /// <summary>The server of the Official Account API, without a path.</summary>
    [ServerAddress]
    public string BaseUrl { get; set; } = "https://openapi.zalo.me";

    /// <summary>The server that hands out tokens, without a path.</summary>
    [ServerAddress]
    public string OAuthUrl { get; set; } = "https://oauth.zaloapp.com";

    /// <summary>The application to which the owners of the accounts gave their consent; one for all accounts.</summary>
    public string AppId { get; set; } = "";

    /// <summary>The application's secret.</summary>
    public string SecretKey { get; set; } = "";

    /// <summary>Characters of a message to a group; not published for groups, this is the figure for other messages.</summary>
    [Range(200, 10_000)]
    public int GroupTextLimit { get; set; } = PlainText.ZaloGroupLimit;

    /// <summary>Bytes of a picture; Zalo says 1 MB.</summary>
    [Range(1, int.MaxValue)]
    public int PictureLimit { get; set; } = 1_000_000;

    /// <summary>Characters of an article's title. Zalo says 150, and was seen to refuse exactly that.</summary>
    [Range(20, 150)]
    public int TitleLimit { get; set; } = 140;

    /// <summary>Characters of an article's description, its link among them. Zalo says 300, and was seen to refuse exactly that.</summary>
    [Range(150, 300)]
    public int DescriptionLimit { get; set; } = 250;

    /// <summary>Characters of an article's author.</summary>
    [Range(10, 50)]
    public int AuthorLimit { get; set; } = 50;

    /// <summary>
    /// Seconds that an account waits after Zalo said that it was asked too often; Zalo names no time and counts by the minute.
    /// </summary>
    [Range(0d, 86_400d, MinimumIsExclusive = true)]
    public double ThrottleWait { get; set; } = 60;

    /// <summary>Seconds until Zalo is asked again whether an article is ready.</summary>
    [Range(0d, 86_400d, MinimumIsExclusive = true)]
    public double VerifyWait { get; set; } = 5;

    /// <summary>Minutes after which an article that is still not ready is a person's matter.</summary>
    [Range(0d, 1_440d, MinimumIsExclusive = true)]
    public double VerifyPatience { get; set; } = 30;

    /// <summary>Seconds until an article that was taken is listed at the latest; before, that it is not listed says nothing.</summary>
    [Range(0d, 86_400d)]
    public double ArticleShowsWithin { get; set; } = 45;

    /// <summary>How many pages of ten articles are read back at most.</summary>
    [Range(1, int.MaxValue)]
    public int MostPages { get; set; } = 10;

    /// <summary>Minutes before its end at which an access token is refreshed.</summary>
    [Range(0d, 1_440d)]
    public double RefreshBefore { get; set; } = 10;

    /// <summary>Seconds until the next try where somebody else is refreshing the token.</summary>
    [Range(0d, 86_400d, MinimumIsExclusive = true)]
    public double BusyWait { get; set; } = 2;

    public bool HasApp => ConfiguredSecret.Of(AppId) is { Length: > 0 } && ConfiguredSecret.Of(SecretKey) is { Length: > 0 };

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (string.IsNullOrEmpty(AppId) != string.IsNullOrEmpty(SecretKey))
        {
            yield return new($"{Section}: {nameof(AppId)} and {nameof(SecretKey)} come together.");
        }
    }
}
