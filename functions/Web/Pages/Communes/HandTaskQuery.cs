using Dissemination.Content;
using Dissemination.Directory;
using Dissemination.Storage;
using Microsoft.AspNetCore.WebUtilities;

namespace Dissemination.Web.Pages.Communes;

/// <summary>Which hand tasks are looked at, as the address of the list says it. What it says wrongly counts as not said.</summary>
/// <param name="After">The token of the page; a broken one is refused.</param>
internal sealed record HandTaskQuery(CommuneId? Commune, VersionId? Version = null, ChannelKind? Channel = null, string? After = null)
{
    public const string Path = "/hand-tasks";

    public static ValueTask<HandTaskQuery> BindAsync(HttpContext context)
    {
        var query = context.Request.Query;
        return new(new HandTaskQuery(
            IStringId<CommuneId>.Find(query["commune"]),
            IStringId<VersionId>.Find(query["item"]),
            query["channel"].ToString() is { Length: > 0 } channel ? EnumNames.Find<ChannelKind>(channel) : null,
            query["after"].ToString() is { Length: > 0 } after ? after : null));
    }

    /// <summary>The address of the list, or of an act that leads back to it.</summary>
    public string Address(string path = Path) => QueryHelpers.AddQueryString(path, Parameters);

    /// <summary>The list to which an act leads back: that of the loudspeakers where it was done there.</summary>
    public string BackTo(string? list) => Address(list == LoudspeakersModel.Path ? LoudspeakersModel.Path : Path);

    private IEnumerable<KeyValuePair<string, string?>> Parameters =>
        new KeyValuePair<string, string?>[]
        {
            new("commune", Commune?.Value),
            new("item", Version?.ToString()),
            new("channel", Channel is { } channel ? EnumNames.Of(channel) : null),
            new("after", After),
        }.Where(parameter => parameter.Value is not null);
}
