using System.Collections.Immutable;
using System.Globalization;
using Dissemination.Problems;
using Dissemination.Storage;
using Dissemination.Web.Pages.Frame;

namespace Dissemination.Web.SignIn;

/// <summary>A token that somebody wants, as it was typed.</summary>
internal sealed record TokenRequest(string Name, ImmutableArray<TokenScope> Scopes, int? Days)
{
    public const int MostName = 100;

    /// <summary>For how long a token may be good.</summary>
    public static ImmutableArray<int> Choices { get; } = [30, 90, 365];

    public static TokenRequest Empty { get; } = new("", [TokenScope.Read], Choices[1]);

    public Problem? Problem =>
        Name.Length is 0 or > MostName || Name.Any(char.IsControl)
            ? new(nameof(ProblemTexts.TokenWithoutName), null, MostName.ToString(CultureInfo.InvariantCulture))
            : Scopes.IsEmpty ? new(nameof(ProblemTexts.TokenWithoutScope))
            : Days is not { } days || !Choices.Contains(days) ? new(nameof(ProblemTexts.TokenWithoutEnd))
            : null;

    public static async ValueTask<TokenRequest> BindAsync(HttpContext context)
    {
        var form = await OwnForm.ReadAsync(context);
        return new(
            form["name"].ToString().Trim(),
            [.. form["scope"].Select(scope => EnumNames.Find<TokenScope>(scope ?? "")).OfType<TokenScope>().Distinct()],
            int.TryParse(form["days"], NumberStyles.None, CultureInfo.InvariantCulture, out var days) ? days : null);
    }
}
