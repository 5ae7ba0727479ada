using System.Collections.Immutable;
using System.Globalization;
using Dissemination.Problems;

namespace Dissemination.Web.SignIn;

/// <summary>
/// What was refused of all that one request asked for, for the record: the answer as a whole may well say that it was done.
/// </summary>
/// <param name="Each">The id of what it was asked for, and why it was not done.</param>
internal sealed record RefusedOfMany(ImmutableArray<(string Id, Problem Problem)> Each)
{
    /// <summary>So many are named in a line of the record: a row takes them, however long their ids are.</summary>
    public const int MostNamed = 1_000;

    /// <summary>Whoever does the same to many notes what was not done for whoever records it.</summary>
    public static void Note(HttpContext context, IEnumerable<(string Id, Problem Problem)> refused) =>
        context.Features.Set(new RefusedOfMany([.. refused]));

    /// <summary>All that was refused for one reason, each once; of very many the first, and behind them how many more there are.</summary>
    public static string Listed(IEnumerable<string> ids)
    {
        var all = ids.Distinct(StringComparer.Ordinal).ToList();
        var named = string.Join(", ", all.Take(MostNamed));
        return all.Count > MostNamed ? string.Create(CultureInfo.InvariantCulture, $"{named}, +{all.Count - MostNamed}") : named;
    }

    /// <summary>How many more there are, where a part of such a list tells it; else none.</summary>
    public static int MoreIn(string part) =>
        part.StartsWith('+') && int.TryParse(part, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var more) ? more : 0;
}
