using System.Text.RegularExpressions;

namespace Dissemination.Channels.Reviewers;

/// <summary>Settings under <c>Review:Telegram</c>: a bot of its own that asks reviewers. Without a token there is none.</summary>
internal sealed partial class ReviewerOptions
{
    public const string Section = "Review:Telegram";

    /// <summary>The server that speaks the Bot API, without a path.</summary>
    public string BaseUrl { get; set; } = "https://api.telegram.org";

    /// <summary>The token of the reviewers' bot. Not that of a bot that posts: the updates of this one come by webhook.</summary>
    public string? Token { get; set; }

    /// <summary>What Telegram writes beside each update, so that nobody else can send one.</summary>
    public string? Secret { get; set; }

    /// <summary>Off too where Azure could not resolve one of both: the bot alone fails, and comes with the next start.</summary>
    public bool IsOn => ConfiguredSecret.Of(Token) is { Length: > 0 } && (Secret is null || ConfiguredSecret.Of(Secret) is not null);

    public bool IsValid =>
        !IsOn
        || (Uri.TryCreate(BaseUrl, UriKind.Absolute, out var address) && address is { Scheme: "http" or "https", AbsolutePath: "/" }
            && TokenForm().IsMatch(Token!)
            && SecretForm().IsMatch(Secret ?? ""));

    [GeneratedRegex("^[0-9]+:[A-Za-z0-9_-]+$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex TokenForm();

    [GeneratedRegex("^[A-Za-z0-9_-]{1,256}$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex SecretForm();
}
