using Dissemination.Deliveries;
using Dissemination.Directory;
using Dissemination.Storage;
using Microsoft.AspNetCore.WebUtilities;

namespace Dissemination.Web.Pages.Staff;

/// <summary>Which troubles are looked at, as the address of the page says it. What it says wrongly counts as not said.</summary>
/// <param name="Next">The token of the page of deliveries.</param>
internal sealed record TroubleQuery(TroubleFilter Filter, string? Next)
{
    public const string Path = "/troubles";

    public static ValueTask<TroubleQuery> BindAsync(HttpContext context)
    {
        var query = context.Request.Query;
        var filter = new TroubleFilter(
            query["class"].ToString() is { Length: > 0 } failure ? EnumNames.Find<FailureClass>(failure) : null,
            query["channel"].ToString() is { Length: > 0 } channel ? EnumNames.Find<ChannelKind>(channel) : null,
            IStringId<CommuneId>.Find(query["commune"]));
        return new(new TroubleQuery(filter, query["next"].ToString() is { Length: > 0 } next ? next : null));
    }

    /// <summary>What of it a person sees: staff all of it, others what is their commune's; null where they have none.</summary>
    public TroubleQuery? For(Person person) =>
        person.Is(Role.Staff) ? this
        : person.Commune is { } own ? this with { Filter = Filter with { Commune = own } }
        : null;

    /// <summary>The address of the page, or of an act that leads back to it.</summary>
    public string Address(string path = Path) => QueryHelpers.AddQueryString(path, Parameters);

    private IEnumerable<KeyValuePair<string, string?>> Parameters =>
        new KeyValuePair<string, string?>[]
        {
            new("class", Filter.Failure is { } failure ? EnumNames.Of(failure) : null),
            new("channel", Filter.Channel is { } channel ? EnumNames.Of(channel) : null),
            new("commune", Filter.Commune?.Value),
            new("next", Next),
        }.Where(parameter => parameter.Value is not null);
}
