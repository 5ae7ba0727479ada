using System.Collections.Immutable;
using Dissemination.Directory;
using Microsoft.Extensions.Options;

namespace Dissemination.Channels.Facebook;

/// <summary>
/// Asks a page for the figures of its posts, metric by metric: one that Facebook refuses, as it does with old names and with pages that
/// have few followers, takes no other with it. Three calls a post.
/// </summary>
internal sealed class FacebookMeasuring(FacebookClient client, IOptions<FacebookOptions> options)
{
    private static readonly (PostMetric Metric, string Name)[] Insights =
        [(PostMetric.Reach, "post_total_media_view_unique"), (PostMetric.Views, "post_media_view")];

    private static readonly (PostMetric Metric, string Field, Func<FacebookCounts, FacebookCount?> Of)[] Counts =
    [
        (PostMetric.Reactions, "reactions.limit(0).summary(total_count)", counts => counts.Reactions),
        (PostMetric.Comments, "comments.limit(0).summary(total_count)", counts => counts.Comments),
        (PostMetric.Shares, "shares", counts => counts.Shares),
    ];

    /// <summary>The figures of a delivery. Of several posts the people are those of the one that most saw, and the rest is added.</summary>
    public async Task<MeasureOutcome> MeasureAsync(
        Destination destination, FacebookAccess access, IEnumerable<FacebookReference> posts, CancellationToken cancellationToken)
    {
        List<ImmutableArray<PostFigure>> each = [];
        TimeSpan? pause = null;
        foreach (var post in posts)
        {
            var outcome = await MeasureAsync(destination, access, post.Post, cancellationToken);
            each.Add(outcome.Figures);
            pause = outcome.LanePause;
            if (outcome.IsLater)
            {
                return outcome with { Figures = each.Count == 1 ? outcome.Figures : [] };
            }
        }

        return new(
        [
            .. from figure in each.SelectMany(figures => figures)
               group figure.Value by figure.Metric into metric
               where metric.Count() == each.Count
               select new PostFigure(metric.Key, metric.Key is PostMetric.Reach ? metric.Max() : metric.Sum()),
        ])
        {
            LanePause = pause,
        };
    }

    private async Task<MeasureOutcome> MeasureAsync(
        Destination destination, FacebookAccess access, string post, CancellationToken cancellationToken)
    {
        FacebookFigures figures = new(options.Value, destination);
        await CountAsync(access, post, Counts, figures, cancellationToken);
        foreach (var (metric, name) in Insights)
        {
            if (!figures.IsOver)
            {
                var insights = await client.GetAsync(
                    $"{post}/insights", [new("metric", name)], access.Token, FacebookJson.Default.FacebookInsights, cancellationToken);
                figures.Take(metric, insights, told => told.Value);
            }
        }

        return figures.ToOutcome();
    }

    private async Task CountAsync(
        FacebookAccess access,
        string post,
        (PostMetric Metric, string Field, Func<FacebookCounts, FacebookCount?> Of)[] wanted,
        FacebookFigures figures,
        CancellationToken cancellationToken)
    {
        var fields = string.Join(',', wanted.Select(count => count.Field));
        var answer = await client.GetAsync(
            post, [new("fields", fields)], access.Token, FacebookJson.Default.FacebookCounts, cancellationToken);
        if (wanted.Length > 1 && figures.IsRefused(answer))
        {
            foreach (var one in wanted)
            {
                await CountAsync(access, post, [one], figures, cancellationToken);
            }

            return;
        }

        foreach (var (metric, _, of) in wanted)
        {
            figures.Take(metric, answer, counts => of(counts)?.Value);
        }
    }
}
