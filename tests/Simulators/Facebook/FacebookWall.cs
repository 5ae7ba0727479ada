using System.Globalization;

namespace Dissemination.Simulators.Facebook;

/// <summary>The posts of one simulated page, oldest first.</summary>
internal sealed class FacebookWall
{
    private readonly Lock _lock = new();
    private readonly List<FacebookPost> _posts = [];

    public FacebookPost[] All
    {
        get
        {
            lock (_lock)
            {
                return [.. _posts];
            }
        }
    }

    /// <summary>Adds a post, unless the last one says the same.</summary>
    public bool TryAdd(FacebookPost post)
    {
        lock (_lock)
        {
            if (_posts is [.., var last] && last.Message == post.Message)
            {
                return false;
            }

            var at = _posts.Count;
            while (at > 0 && Mark(_posts[at - 1]).CompareTo(Mark(post)) > 0)
            {
                at--;
            }

            _posts.Insert(at, post);
            return true;
        }
    }

    public FacebookPost? Find(string id)
    {
        lock (_lock)
        {
            return _posts.Find(post => post.Id == id);
        }
    }

    public bool TryEdit(string id, string message)
    {
        lock (_lock)
        {
            if (_posts.FindLastIndex(post => post.Id == id) is not (>= 0 and var at))
            {
                return false;
            }

            _posts[at] = _posts[at] with { Message = message };
            return true;
        }
    }

    public bool TryRemove(string id)
    {
        lock (_lock)
        {
            return _posts.RemoveAll(post => post.Id == id) > 0;
        }
    }

    /// <summary>Posts from the newest to older ones.</summary>
    /// <param name="after">A cursor: only what is older.</param>
    /// <param name="before">A cursor: only what is newer, and of that the oldest.</param>
    public (IReadOnlyList<FacebookPost> Posts, bool MoreOlder) Page(int limit, string? after, string? before)
    {
        lock (_lock)
        {
            var newestFirst = _posts.AsEnumerable().Reverse()
                .Where(post => after is null || Mark(post).CompareTo(Marked(after)) < 0)
                .Where(post => before is null || Mark(post).CompareTo(Marked(before)) > 0);
            FacebookPost[] page = before is null ? [.. newestFirst.Take(limit)] : [.. newestFirst.TakeLast(limit)];
            return (page, page is [.., var oldest] && _posts[0].Number != oldest.Number);
        }
    }

    public static string Cursor(FacebookPost post) =>
        Convert.ToBase64String(
            System.Text.Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{post.At.UtcTicks}:{post.Number}")));

    private static (long Ticks, long Number) Marked(string cursor) =>
        System.Text.Encoding.ASCII.GetString(Convert.FromBase64String(cursor)).Split(':') is [var ticks, var number]
            ? (long.Parse(ticks, CultureInfo.InvariantCulture), long.Parse(number, CultureInfo.InvariantCulture))
            : default;

    private static (long Ticks, long Number) Mark(FacebookPost post) => (post.At.UtcTicks, post.Number);
}
