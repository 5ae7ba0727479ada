using System.Collections.Immutable;
using System.Globalization;
using Microsoft.Extensions.Options;

namespace Dissemination.Channels.Facebook;

/// <summary>Reads a page's own posts back.</summary>
internal sealed class FacebookReading(FacebookClient client, IOptions<FacebookOptions> options)
{
    private const int PerPage = 100;

    /// <summary>The posts with a link since a time, in the order in which they were made; null where that cannot be told.</summary>
    public async Task<ImmutableArray<string>?> PostsWithAsync(
        FacebookAccess access, string link, DateTimeOffset since, CancellationToken cancellationToken)
    {
        List<string> found = [];
        string? after = null;
        for (var read = 0; read < options.Value.ReadBackPages; read++)
        {
            List<KeyValuePair<string, string>> query =
                [new("fields", FacebookFeed.Fields), new("limit", PerPage.ToString(CultureInfo.InvariantCulture))];
            if (after is not null)
            {
                query.Add(new("after", after));
            }

            var answer = await client.GetAsync(
                $"{access.Page}/feed", query, access.Token, FacebookJson.Default.FacebookFeed, cancellationToken);
            if (!answer.IsYes || answer.Value.Data.IsDefault)
            {
                return null;
            }

            found.AddRange(answer.Value.With(link).Select(entry => entry.Id).OfType<string>());
            after = answer.Value.Next;
            if (after is null || answer.Value.EndsBefore(since - options.Value.ClockMargin))
            {
                return [.. found.AsEnumerable().Reverse()];
            }
        }

        // What was found is there, however much more there is to read.
        return found.Count > 0 ? [.. found.AsEnumerable().Reverse()] : null;
    }

    /// <summary>Whether a post is there: true, false, or null where that cannot be told.</summary>
    public async Task<bool?> IsThereAsync(string post, string token, CancellationToken cancellationToken)
    {
        var answer = await client.GetAsync(post, [new("fields", "id")], token, FacebookJson.Default.FacebookCreated, cancellationToken);
        return answer switch
        {
            { IsYes: true } => true,
            { Failure: FacebookFailure.Refused { IsNotThere: true } } => false,
            _ => null,
        };
    }
}
