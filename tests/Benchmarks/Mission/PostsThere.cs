using Dissemination.Simulators;

namespace Dissemination.Benchmarks.Mission;

/// <summary>What is really on the simulated channels.</summary>
/// <param name="Destinations">The pages, chats and groups that have any.</param>
/// <param name="Fewest">The posts of the one that has the fewest.</param>
/// <param name="Most">The posts of the one that has the most.</param>
/// <param name="First">When the first came; null where there is none.</param>
internal sealed record PostsThere(int Posts, int Destinations, int Fewest, int Most, DateTimeOffset? First, DateTimeOffset? Last)
{
    /// <param name="since">Those that came before are left out.</param>
    public static PostsThere Of(IEnumerable<PostedPost> posted, DateTimeOffset since)
    {
        var posts = posted.Where(post => post.At >= since).ToList();
        var each = posts.CountBy(post => post.Destination).Select(destination => destination.Value).DefaultIfEmpty().ToList();
        return new(
            posts.Count,
            posts.Count == 0 ? 0 : each.Count,
            each.Min(),
            each.Max(),
            posts.Count == 0 ? null : posts.Min(post => post.At),
            posts.Count == 0 ? null : posts.Max(post => post.At));
    }
}
