using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Dissemination.Channels.Facebook;

/// <summary>How much of its limits was used, as the headers of an answer tell it.</summary>
/// <param name="Percent">Of the limit that is nearest.</param>
/// <param name="RegainAfter">When calls are taken again, where Facebook says so. It counts in minutes.</param>
internal sealed record FacebookUsage(double Percent, TimeSpan? RegainAfter)
{
    /// <summary>Of the whole app: every page sees it on its own answers.</summary>
    public const string AppHeader = "X-App-Usage";

    public const string PageHeader = "X-Page-Usage";

    public const string BusinessHeader = "X-Business-Use-Case-Usage";

    private const double From = 80;

    public static FacebookUsage None { get; } = new(0, null);

    public static FacebookUsage Of(HttpResponseHeaders headers) =>
        Of(name => headers.TryGetValues(name, out var values) ? string.Join("", values) : null);

    /// <summary>What cannot be read says nothing.</summary>
    public static FacebookUsage Of(Func<string, string?> header)
    {
        Share[] shares =
        [
            .. Read(header(AppHeader), FacebookJson.Default.Share) is { } app ? [app] : Array.Empty<Share>(),
            .. Read(header(PageHeader), FacebookJson.Default.Share) is { } page ? [page] : Array.Empty<Share>(),
            .. Read(header(BusinessHeader), FacebookJson.Default.DictionaryStringShareArray)?.Values.SelectMany(share => share ?? []) ?? [],
        ];
        var regain = shares.Max(share => share.EstimatedTimeToRegainAccess) ?? 0;
        return new(shares.Select(share => share.Percent).Append(0).Max(), regain > 0 ? TimeSpan.FromMinutes(regain) : null);
    }

    /// <summary>How long the page had better wait now; null where it need not.</summary>
    public TimeSpan? Pause(FacebookOptions options) => this switch
    {
        { RegainAfter: { } named } => named,
        { Percent: >= 100 } => options.ThrottleWait,
        { Percent: >= From } => options.NearLimitPause * ((Percent - From + 1) / (100 - From + 1)),
        _ => null,
    };

    private static T? Read<T>(string? header, JsonTypeInfo<T> form)
        where T : class
    {
        try
        {
            return header is null ? null : JsonSerializer.Deserialize(header, form);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>One limit in the headers, in percent. The last is named only among a business' own.</summary>
    internal sealed record Share(
        double? CallCount,
        double? TotalTime,
        [property: JsonPropertyName("total_cputime")] double? TotalCpuTime,
        int? EstimatedTimeToRegainAccess)
    {
        [JsonIgnore]
        public double Percent => Math.Max(CallCount ?? 0, Math.Max(TotalTime ?? 0, TotalCpuTime ?? 0));
    }
}
