namespace Dissemination.Tests.Browser.Walk;

/// <summary>What the simulated channels of Búng Lao hold of a walk, read past the program.</summary>
internal sealed class PostedThere(WalkedChannels rooms, string mark)
{
    private const string Page = "1000001";

    private readonly int _chat = rooms.Telegram.Posts.Count == 0 ? 0 : rooms.Telegram.Posts.Max(post => post.Message);
    private readonly long _wall = rooms.Facebook.Posts.Count == 0 ? 0 : rooms.Facebook.Posts.Max(post => post.Number);
    private readonly HashSet<string> _before =
        [.. rooms.Zalo.Messages.Select(one => one.Message), .. rooms.Zalo.Articles.Select(one => one.Id)];

    public IEnumerable<SeenMessage> Telegram =>
        SeenPost.Of(rooms.Telegram.Posts.Where(post => post.Message > _chat && post.Chat == WalkedChannels.Chat));

    public IEnumerable<SeenMessage> Facebook =>
        from post in rooms.Facebook.Posts
        where post.Number > _wall && post.Page == Page
        select new SeenMessage(post.Message, "", post.Pictures.Length);

    public IEnumerable<SeenMessage> ZaloGroup =>
        from message in rooms.Zalo.Messages
        where !_before.Contains(message.Message)
        select new SeenMessage(message.Text, "", message.Picture is null ? 0 : 1);

    /// <summary>The pieces of articles; their pictures have addresses of their own.</summary>
    public IEnumerable<SeenMessage> ZaloArticles =>
        from article in rooms.Zalo.Articles
        where !_before.Contains(article.Id)
        from piece in (string[])[article.Title, article.Author, article.Description, string.Join('\n', article.Body)]
        select new SeenMessage(piece, "", 0);

    /// <summary>The entries of the commune's own page, as their readers see them.</summary>
    public async Task<IReadOnlyList<SeenMessage>> EntriesAsync(Walker reader)
    {
        List<SeenMessage> pieces = [];
        foreach (var entry in await rooms.FeedAsync("bung-lao"))
        {
            var (title, html) = ((string)entry!["title"]!, (string)entry["content_html"]!);
            if (html.Contains(mark, StringComparison.Ordinal) || title.Contains(mark, StringComparison.Ordinal))
            {
                pieces.Add(new(title, "", 0));
                pieces.Add(new(await reader.WordsOfAsync(html), "", 0));
            }
        }

        return pieces;
    }
}
