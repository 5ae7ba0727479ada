using System.Text.RegularExpressions;
using Dissemination.Deliveries;
using Dissemination.Simulators;

namespace Dissemination.Tests.Runs;

/// <summary>Holds what the program believes against what the channels really hold: a pure function.</summary>
internal static partial class Truth
{
    /// <summary>Every disagreement, in words; empty where there is none.</summary>
    public static IEnumerable<string> Disagreements(IReadOnlyCollection<Delivery> believed, IEnumerable<PostedPost> posted)
    {
        var posts = posted.GroupBy(post => Link().Match(post.Text).Groups["code"].Value, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.Count(), StringComparer.Ordinal);
        var known = believed.ToDictionary(delivery => delivery.Link, StringComparer.Ordinal);
        foreach (var (link, count) in posts)
        {
            if (!known.TryGetValue(link, out var delivery))
            {
                yield return $"a post with the link '{link}' that no delivery has";
            }
            else if (count > 1)
            {
                yield return $"{delivery.Id} is there {count} times";
            }
        }

        foreach (var delivery in believed)
        {
            var isThere = posts.ContainsKey(delivery.Link);
            var mayBe = delivery.State switch
            {
                DeliveryState.Delivered => isThere,
                DeliveryState.Failed => !isThere && delivery.Reason is not null,
                DeliveryState.Uncertain => delivery.Reason is not null,
                _ => false,
            };
            if (!mayBe)
            {
                yield return $"{delivery.Id} is {delivery.State} ({delivery.Reason?.Code}) and {(isThere ? "there" : "not there")}";
            }
        }
    }

    [GeneratedRegex(
        "/s/(?<code>[A-Za-z0-9]+)", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Link();
}
