using System.ComponentModel.DataAnnotations;

namespace Dissemination.Channels.Facebook;

/// <summary>Settings under <c>Channels:Facebook</c>.</summary>
internal sealed class FacebookOptions
{
    public const string Section = "Channels:Facebook";

    /// <summary>The server that speaks the Graph API, without a path.</summary>
    [ServerAddress]
    public string BaseUrl { get; set; } = "https://graph.facebook.com";

    /// <summary>The version of the Graph API. Facebook ends each after about two years.</summary>
    [Required, RegularExpression("v[0-9]{1,3}\\.[0-9]{1,2}", ErrorMessage = "{0} has to be a version like v24.0.")]
    public string Version { get; set; } = "v24.0";

    /// <summary>The app that the page tokens were made with. With the secret it reads what a token may do.</summary>
    public string? AppId { get; set; }

    /// <summary>Proves with every call that it comes from this program. An app can be set to refuse calls without the proof.</summary>
    public string? AppSecret { get; set; }

    /// <summary>
    /// Whether the app's dashboard says "live". What an app in development mode posts only its own testers see, and no field of the
    /// Graph API is known that tells the mode, so a person has to say it.
    /// </summary>
    public bool AppIsLive { get; set; }

    /// <summary>How long a throttled page waits where Facebook names no time. Its limits are told to count over a sliding hour.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "1.00:00:00", MinimumIsExclusive = true)]
    public TimeSpan ThrottleWait { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>The longest pause of a page that comes near its limit; it grows from 80 % of the limit on.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "1.00:00:00")]
    public TimeSpan NearLimitPause { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How far Facebook's clock and this one may differ when a page is read back.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "1.00:00:00")]
    public TimeSpan ClockMargin { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>How many pages of 100 posts are read back at most before nobody can tell.</summary>
    [Range(1, int.MaxValue)]
    public int ReadBackPages { get; set; } = 10;

    /// <summary>The app's secret where there is one.</summary>
    public string? Secret => ConfiguredSecret.Of(AppSecret) is { Length: > 0 } secret ? secret : null;

    /// <summary>The app's own token, which may look at the tokens that were made with it.</summary>
    public string? AppToken => AppId is { Length: > 0 } id && Secret is { } secret ? $"{id}|{secret}" : null;
}
