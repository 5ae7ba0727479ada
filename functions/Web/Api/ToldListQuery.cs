using System.Globalization;
using Dissemination.Directory;
using Dissemination.Problems;
using Dissemination.Reach.Meetings;
using Dissemination.Storage;
using Microsoft.AspNetCore.WebUtilities;

namespace Dissemination.Web.Api;

/// <summary>Which records or which period are asked for, as an address says it.</summary>
/// <param name="Refusal">Why that cannot be asked; null where it can.</param>
/// <param name="Next">The token of the page.</param>
internal sealed record ToldListQuery(ToldQuery Asked, string? Next, Problem? Refusal)
{
    public MeetingPeriod Period => new(Asked.From, Asked.To);

    public static ValueTask<ToldListQuery> BindAsync(HttpContext context)
    {
        var query = context.Request.Query;
        Problem? refusal = null;
        var (commune, kind, next) = (Text("commune"), Text("kind"), Text("next"));
        if (commune is not null && IStringId<CommuneId>.Find(commune) is null)
        {
            refusal = new(nameof(ProblemTexts.UnknownCommune), null, commune);
        }

        if (kind is not null && !ToldQuery.IsKind(kind))
        {
            refusal = new(
                nameof(ProblemTexts.UnknownState),
                null,
                kind,
                string.Join(", ", Enum.GetValues<MeetingKind>().Select(EnumNames.Of).Append(Told.OpinionsWord)));
        }

        var asked = new ToldQuery(IStringId<CommuneId>.Find(commune), refusal is null ? kind : null, Day("from"), Day("to"));
        return new(new ToldListQuery(asked, next, refusal));

        string? Text(string name) => query[name].ToString() is { Length: > 0 } text ? text : null;

        DateOnly? Day(string name)
        {
            if (Text(name) is not { } text)
            {
                return null;
            }

            if (LocalTime.TryParseDate(text, out var day))
            {
                return day;
            }

            refusal = new(nameof(ProblemTexts.NotADate), null, text);
            return null;
        }
    }

    /// <summary>The same records under another address.</summary>
    public string AddressOf(string path) => QueryHelpers.AddQueryString(
        path,
        new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["commune"] = Asked.Commune?.Value,
            ["kind"] = Asked.Kind,
            ["from"] = Asked.From?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            ["to"] = Asked.To?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        });
}
