using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Options;

namespace Dissemination.Channels.Zalo;

/// <summary>
/// Looks whether an article is there. The list has no more than titles and times, so it tells which articles may be the one; the short link
/// in the article itself, which no other delivery has, tells which one is.
/// </summary>
internal sealed class ZaloReadBack(ZaloCalls calls, IOptions<ZaloOptions> options, TimeProvider time)
{
    private const int PageSize = 10;

    /// <summary>Two clocks never agree.</summary>
    private static readonly TimeSpan ClockMargin = TimeSpan.FromMinutes(5);

    /// <param name="since">When the making was begun.</param>
    public async Task<FindOutcome> FindAsync(ZaloAccount account, Post post, DateTimeOffset since, CancellationToken cancellationToken)
    {
        var title = ZaloArticle.Title(post, options.Value);
        for (var page = 0; page < options.Value.MostPages; page++)
        {
            var reply = await calls.GetAsync(
                account,
                string.Create(
                    CultureInfo.InvariantCulture, $"/v2.0/article/getslice?offset={page * PageSize}&limit={PageSize}&type=normal"),
                cancellationToken);
            if (reply is not ZaloReply.Answered { IsYes: true } slice || Articles(slice.Data) is not { } articles)
            {
                return new FindOutcome.CannotTell();
            }

            foreach (var article in articles.Where(article => article.Id is not null && IsSame(article.Title, title)))
            {
                switch (await HasLinkAsync(account, article.Id!, post.Link, cancellationToken))
                {
                    case true:
                        return new FindOutcome.There(article.Id!);
                    case null:
                        return new FindOutcome.CannotTell();
                }
            }

            if (articles.Count < PageSize || articles.TrueForAll(article => article.MadeAt < since - ClockMargin))
            {
                // What Zalo still works on is not listed.
                return time.GetUtcNow() - since < TimeSpan.FromSeconds(options.Value.ArticleShowsWithin)
                    ? new FindOutcome.CannotTell()
                    : new FindOutcome.NotThere();
            }
        }

        return new FindOutcome.CannotTell();
    }

    /// <summary>Null where Zalo does not tell.</summary>
    private async Task<bool?> HasLinkAsync(ZaloAccount account, string id, string link, CancellationToken cancellationToken) =>
        await calls.GetAsync(
            account,
            $"/v2.0/article/getdetail?id={Uri.EscapeDataString(id)}",
            cancellationToken) is ZaloReply.Answered { IsYes: true } detail
            ? Contains(detail.Data, link)
            : null;

    private static bool Contains(JsonElement element, string words) => element.ValueKind switch
    {
        JsonValueKind.String => element.GetString()!.Contains(words, StringComparison.Ordinal),
        JsonValueKind.Array => element.EnumerateArray().Any(inner => Contains(inner, words)),
        JsonValueKind.Object => element.EnumerateObject().Any(inner => Contains(inner.Value, words)),
        _ => false,
    };

    private static List<Listed>? Articles(JsonElement data) =>
        data.ValueKind is JsonValueKind.Object && data.TryGetProperty("medias", out var medias) && medias.ValueKind is JsonValueKind.Array
            ? [.. medias.EnumerateArray()
                .Select(
                    media => new Listed(
                        ZaloAnswers.Text(media, "id"),
                        ZaloAnswers.Text(media, "title") ?? "",
                        Time(ZaloAnswers.Text(media, "create_date"))))]
            : null;

    /// <summary>Zalo writes milliseconds; seconds are told from them by their size.</summary>
    private static DateTimeOffset? Time(string? text) =>
        !long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number > 100_000_000_000_000 ? null
        : number > 100_000_000_000 ? DateTimeOffset.FromUnixTimeMilliseconds(number)
        : DateTimeOffset.FromUnixTimeSeconds(number);

    private static bool IsSame(string title, string other) =>
        string.Equals(title.Trim().Normalize(), other.Trim().Normalize(), StringComparison.Ordinal);

    private sealed record Listed(string? Id, string Title, DateTimeOffset? MadeAt);
}
