using Dissemination.Directory;
using Dissemination.Problems;
using Dissemination.Web.Pages.Frame;
using Dissemination.Web.Public;
using Dissemination.Web.SignIn;
using Microsoft.AspNetCore.Mvc;

namespace Dissemination.Web.Pages.Staff;

/// <summary>What the page of sessions and tokens needs, and the page.</summary>
internal sealed record AccessPageServices(
    HttpContext Context,
    CurrentPerson Caller,
    [FromServices] AccessTokenStore Tokens,
    [FromServices] DirectoryStore Directories,
    [FromServices] TimeProvider Time)
{
    public const string Address = "/access";

    /// <param name="made">A token that was made just now: it is shown this once.</param>
    public async Task<IResult> ShowAsync(
        TokenRequest typed, IReadOnlyList<Problem> problems, string? made, CancellationToken cancellationToken)
    {
        var frame = PageFrame.Of(Context, Texts.AccessTitle, Address) with { Problems = problems };
        var directory = await Directories.CurrentAsync(cancellationToken);
        var tokens = await Tokens.AllAsync(cancellationToken);
        return PageAnswers.Page<AccessPage, AccessModel>(
            new(frame, directory, tokens, Time.GetUtcNow())
            {
                Typed = typed,
                Made = made,
                Feed = FeedOf(made, tokens),
            },
            PageAnswers.StatusOf(problems));
    }

    /// <summary>The newest token is the one that was made.</summary>
    private string? FeedOf(string? made, AccessTokens tokens) =>
        made is not null && tokens.All is [var newest, ..] && newest.Scopes.Contains(TokenScope.Calendar)
            ? $"{Context.Request.Scheme}://{Context.Request.Host}{CalendarFeed.AddressOf(made)}"
            : null;
}
