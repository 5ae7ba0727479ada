using System.Globalization;
using Dissemination.Content;
using Dissemination.Directory;
using Dissemination.Reach.Summary;
using Dissemination.Reports.Items;
using Dissemination.Storage;
using Microsoft.AspNetCore.WebUtilities;

namespace Dissemination.Web.Pages.Staff;

/// <summary>What of the items an address names. What it names wrongly is not there: the page says what it shows.</summary>
/// <param name="Words">As they were typed.</param>
/// <param name="Page">Which twenty of a stretch, from 0.</param>
/// <param name="From">Where the stretch begins; null is the newest.</param>
internal sealed record ItemListQuery(ItemFilter Filter, string Words, ItemSort Sort, int Page, string? From)
{
    public const int Size = 20;

    /// <summary>The most letters that are looked for.</summary>
    public const int MostLetters = 200;

    public static ValueTask<ItemListQuery> BindAsync(HttpContext context)
    {
        var query = context.Request.Query;
        var typed = query["q"].ToString().Trim();
        var words = typed.Length > MostLetters ? typed[..MostLetters] : typed;
        var topic = query["topic"].ToString();
        var page = int.TryParse(query["page"], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
        var from = query["next"].ToString();
        return new(new ItemListQuery(
            new(
                [.. SearchText.WordsOf(words)],
                EnumNames.Find<ItemState>(query["state"].ToString()),
                topic.Length == 0 ? null : topic,
                IStringId<CommuneId>.Find(query["commune"]),
                EnumNames.Find<WaitsOn>(query["waiting"].ToString())),
            words,
            EnumNames.Find<ItemSort>(query["sort"].ToString()) ?? ItemSort.Newest,
            Math.Min(page, ItemListReader.Size / Size),
            from.Length == 0 ? null : from));
    }

    /// <summary>The address that shows this.</summary>
    public string Address
    {
        get
        {
            (string Name, string? Value)[] all =
            [
                ("q", Words.Length == 0 ? null : Words),
                ("state", Filter.State is { } state ? EnumNames.Of(state) : null),
                ("topic", Filter.Topic),
                ("commune", Filter.Commune?.Value),
                ("waiting", Filter.Waiting is { } waiting ? EnumNames.Of(waiting) : null),
                ("sort", Sort is ItemSort.Newest ? null : EnumNames.Of(Sort)),
                ("page", Page == 0 ? null : Page.ToString(CultureInfo.InvariantCulture)),
                ("next", From),
            ];
            return QueryHelpers.AddQueryString(
                "/items", all.Where(each => each.Value is not null).Select(each => KeyValuePair.Create(each.Name, each.Value)));
        }
    }
}
