using System.Globalization;
using Dissemination.Content;
using Dissemination.Directory;
using Dissemination.Reports.Campaign;
using Dissemination.Storage;
using Microsoft.AspNetCore.WebUtilities;

namespace Dissemination.Web.Pages.Campaign;

/// <summary>What of the campaign an address names. What it names wrongly is not there: the page says what it shows.</summary>
internal sealed record CampaignQuery(CampaignFilter Filter)
{
    /// <summary>What the month is called that stands for the whole campaign.</summary>
    public const string Whole = "all";

    private const string MonthFormat = "yyyy-MM";

    public static ValueTask<CampaignQuery> BindAsync(HttpContext context)
    {
        var query = context.Request.Query;
        var named = query["month"].ToString();
        DateOnly? month = DateOnly.TryParseExact(named, MonthFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var first)
            && LocalTime.IsSensible(first.Year) ? first : null;
        LanguageTag? language = LanguageTag.TryParse(query["language"], null, out var tag) ? tag : null;
        var topic = query["topic"].ToString();
        return new(new CampaignQuery(new CampaignFilter(month, language, topic.Length == 0 ? null : topic)
        {
            IsWhole = named is Whole,
            Channel = EnumNames.Find<ChannelKind>(query["channel"].ToString()),
            Commune = CommuneId.TryParse(query["commune"], null, out var commune) ? commune : null,
            Item = ItemId.TryParse(query["item"], null, out var item) ? item : null,
        }));
    }

    public static string NameOf(DateOnly month) => month.ToString(MonthFormat, CultureInfo.InvariantCulture);

    /// <summary>The address of a page that shows the same.</summary>
    public string On(string path) => QueryHelpers.AddQueryString(path, Parameters());

    /// <summary>The address of the campaign narrowed to an item.</summary>
    public string OnItem(ItemId item) => (this with { Filter = Filter with { Item = item } }).On("/campaign");

    /// <summary>The address of what a commune has in one language.</summary>
    public string OnCommune(CommuneId commune, LanguageTag? language) =>
        (this with { Filter = Filter with { Commune = null, Language = language ?? Filter.Language } }).On($"/campaign/communes/{commune}");

    private IEnumerable<KeyValuePair<string, string?>> Parameters()
    {
        (string Name, string? Value)[] all =
        [
            ("month", Filter.IsWhole ? Whole : Filter.Month is { } month ? NameOf(month) : null),
            ("language", Filter.Language?.Value),
            ("topic", Filter.Topic),
            ("channel", Filter.Channel is { } channel ? EnumNames.Of(channel) : null),
            ("commune", Filter.Commune?.Value),
            ("item", Filter.Item?.Value),
        ];
        return all.Where(each => each.Value is not null).Select(each => KeyValuePair.Create(each.Name, each.Value));
    }
}
