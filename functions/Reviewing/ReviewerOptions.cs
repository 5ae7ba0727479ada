using System.ComponentModel.DataAnnotations;
using System.Text.RegularExpressions;
using Dissemination.Channels;

namespace Dissemination.Reviewing;

/// <summary>Settings under <c>Review:Telegram</c>: a bot of its own that asks reviewers. Without a token there is none.</summary>
internal sealed partial class ReviewerOptions : IValidatableObject
{
    public const string Section = "Review:Telegram";

    /// <summary>The server that speaks the Bot API, without a path.</summary>
    public string BaseUrl { get; set; } = "https://api.telegram.org";

    /// <summary>The token of the reviewers' bot. Not that of a bot that posts: the updates of this one come by webhook.</summary>
    public string? Token { get; set; }

    /// <summary>What Telegram writes beside each update, so that nobody else can send one.</summary>
    public string? Secret { get; set; }

    /// <summary>
    /// The chat of leadership's own, where the bot is: it is told of each week's report there. Null where there is none.
    /// </summary>
    public long? LeadersChat { get; set; }

    /// <summary>Off too where Azure could not resolve one of both: the bot alone fails, and comes with the next start.</summary>
    public bool IsOn => ConfiguredSecret.Of(Token) is { Length: > 0 } && (Secret is null || ConfiguredSecret.Of(Secret) is not null);

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (IsOn
            && !(ServerAddressAttribute.TryParse(BaseUrl, out _) && TokenForm().IsMatch(Token!) && SecretForm().IsMatch(Secret ?? "")))
        {
            yield return new(
                $"{Section} with a {nameof(Token)} needs it in the form of one, a {nameof(Secret)} of 1 to 256 letters (A-Z a-z 0-9 _ -) and a {nameof(BaseUrl)} of http or https without a path.");
        }
    }

    [GeneratedRegex("^[0-9]+:[A-Za-z0-9_-]+$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex TokenForm();

    [GeneratedRegex("^[A-Za-z0-9_-]{1,256}$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex SecretForm();
}
