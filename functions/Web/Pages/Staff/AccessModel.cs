using Dissemination.Directory;
using Dissemination.Web.Pages.Frame;
using Dissemination.Web.SignIn;

namespace Dissemination.Web.Pages.Staff;

/// <summary>Whose sessions can be ended, and what programs come in by.</summary>
public sealed class AccessModel : PageModel
{
    private readonly DirectorySnapshot _directory;
    private readonly DateTimeOffset _now;

    internal AccessModel(PageFrame frame, DirectorySnapshot directory, AccessTokens tokens, DateTimeOffset now)
        : base(frame) => (_directory, Tokens, _now, Groups) = (directory, tokens, now, SignInModel.GroupsOf(directory));

    internal IReadOnlyList<(string Name, IReadOnlyList<Person> People)> Groups { get; }

    internal AccessTokens Tokens { get; }

    internal TokenRequest Typed { get; init; } = TokenRequest.Empty;

    /// <summary>Shown this once.</summary>
    internal string? Made { get; init; }

    /// <summary>The address of the calendar that the token opens; null where it opens none.</summary>
    internal string? Feed { get; init; }

    internal bool IsGood(AccessToken token) => token.IsGood(_now);

    internal string StateOf(AccessToken token) =>
        token.RevokedAt is { } at
            ? TextFormat.Fill(Texts.TokenRevokedBy, LocalTime.Text(at), NameOf(token.RevokedBy ?? token.Person))
            : TextFormat.Fill(IsGood(token) ? Texts.TokenGoodUntil : Texts.TokenEnded, LocalTime.Text(token.Until));

    internal string NameOf(PersonId person) => _directory.Find(person)?.Name ?? person.Value;
}
