using System.Globalization;
using Dissemination.Storage.Records;
using Microsoft.AspNetCore.WebUtilities;

namespace Dissemination.Web;

/// <summary>What of the record an address asks for. What it names wrongly is not there: the page says what it shows.</summary>
/// <param name="From">Null is thirty days before the last.</param>
/// <param name="To">Null is today.</param>
/// <param name="Next">The token of a page; null for the first.</param>
internal sealed record RecordForm(string? Who, string? What, string? Subject, DateOnly? From, DateOnly? To, string? Next)
{
    /// <summary>So many days are looked through at most.</summary>
    public const int MostDays = 366;

    private const int DefaultDays = 30;
    private const int MostLetters = 200;
    private const string Format = "yyyy-MM-dd";

    public static ValueTask<RecordForm> BindAsync(HttpContext context)
    {
        var query = context.Request.Query;
        return new(new RecordForm(Text("who"), Text("what"), Text("subject"), Day("from"), Day("to"), Text("next", int.MaxValue)));

        string? Text(string name, int most = MostLetters) =>
            query[name].ToString().Trim() is { Length: > 0 } text && text.Length <= most ? text : null;

        DateOnly? Day(string name) => LocalTime.TryParseDate(query[name].ToString(), out var day) ? day : null;
    }

    public RecordQuery QueryOn(DateOnly today)
    {
        var to = To ?? today;
        var from = From ?? to.AddDays(-DefaultDays);
        from = from > to ? to : from < to.AddDays(-MostDays) ? to.AddDays(-MostDays) : from;
        return new(from, to) { Who = Who, What = What, Subject = Subject };
    }

    /// <summary>The address of what shows the same.</summary>
    public string On(string path)
    {
        (string Name, string? Value)[] all =
        [
            ("who", Who), ("what", What), ("subject", Subject),
            ("from", From?.ToString(Format, CultureInfo.InvariantCulture)), ("to", To?.ToString(Format, CultureInfo.InvariantCulture)),
        ];
        return QueryHelpers.AddQueryString(
            path, all.Where(each => each.Value is not null).Select(each => KeyValuePair.Create(each.Name, each.Value)));
    }
}
