using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Dissemination.Directory;
using Microsoft.Extensions.Options;

namespace Dissemination.Channels.Zalo;

/// <summary>
/// Reads the views and shares of articles from the account's own list, ten to a call. What was listed is kept for ten minutes, so that all
/// articles of a turn are one reading of the list.
/// </summary>
internal sealed class ZaloMeasuring(ZaloCalls calls, IOptions<ZaloOptions> options, TimeProvider time)
{
    private const int PageSize = 10;

    /// <summary>Six hundred articles: more than a month of the mission. What lies behind is not measured.</summary>
    private const int MostPages = 60;

    private static readonly (PostMetric Metric, string Name)[] Told =
        [(PostMetric.Views, "total_view"), (PostMetric.Shares, "total_share")];

    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(10);

    private readonly ConcurrentDictionary<string, Listing> _listings = new(StringComparer.Ordinal);

    public async Task<MeasureOutcome> MeasureAsync(
        ZaloAccount account, Destination destination, string article, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var listing = _listings.AddOrUpdate(
            account.Name, _ => new(now), (_, known) => now - known.BegunAt < Fresh ? known : new(now));
        await listing.Turn.WaitAsync(cancellationToken);
        try
        {
            while (true)
            {
                if (listing.Articles.TryGetValue(article, out var figures))
                {
                    return new(figures);
                }

                if (listing.IsEnded || listing.Pages == MostPages)
                {
                    return MeasureOutcome.Nothing;
                }

                if (await ReadAsync(account, listing, cancellationToken) is { } refused)
                {
                    var why = ZaloAnswers.ClassifyRepeatable(refused, destination, options.Value, now);
                    return why is SendOutcome.Later or SendOutcome.CredentialDead ? MeasureOutcome.Later([], why) : MeasureOutcome.Nothing;
                }
            }
        }
        finally
        {
            listing.Turn.Release();
        }
    }

    /// <returns>Null where a page was read.</returns>
    private async Task<ZaloReply?> ReadAsync(ZaloAccount account, Listing listing, CancellationToken cancellationToken)
    {
        var path = string.Create(
            CultureInfo.InvariantCulture, $"/v2.0/article/getslice?offset={listing.Pages * PageSize}&limit={PageSize}&type=normal");
        var reply = await calls.GetAsync(account, path, cancellationToken);
        if (reply is not ZaloReply.Answered { IsYes: true } slice)
        {
            return reply;
        }

        var medias = slice.Data.ValueKind is JsonValueKind.Object
            && slice.Data.TryGetProperty("medias", out var list) && list.ValueKind is JsonValueKind.Array
            ? list.EnumerateArray().ToList()
            : [];
        listing.Add(medias, isLast: medias.Count < PageSize);
        return null;
    }

    private static ImmutableArray<PostFigure> FiguresOf(JsonElement media) =>
        [.. Told.Select(told => FigureOf(media, told)).OfType<PostFigure>()];

    private static PostFigure? FigureOf(JsonElement media, (PostMetric Metric, string Name) told) =>
        long.TryParse(ZaloAnswers.Text(media, told.Name), NumberStyles.None, CultureInfo.InvariantCulture, out var value)
            ? new(told.Metric, value)
            : null;

    /// <summary>As far as an account's list was read.</summary>
    private sealed class Listing(DateTimeOffset begunAt)
    {
        public DateTimeOffset BegunAt => begunAt;

        public SemaphoreSlim Turn { get; } = new(1);

        public Dictionary<string, ImmutableArray<PostFigure>> Articles { get; } = new(StringComparer.Ordinal);

        public int Pages { get; private set; }

        public bool IsEnded { get; private set; }

        public void Add(List<JsonElement> medias, bool isLast)
        {
            foreach (var media in medias)
            {
                if (ZaloAnswers.Text(media, "id") is { } id)
                {
                    Articles[id] = FiguresOf(media);
                }
            }

            (Pages, IsEnded) = (Pages + 1, isLast);
        }
    }
}
