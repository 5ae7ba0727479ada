using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Dissemination.Content;
using Dissemination.Directory;

namespace Dissemination.Reports.Campaign;

/// <summary>Counts where each target, task and breakthrough was spoken of.</summary>
internal sealed class TopicTallies
{
    private readonly Dictionary<string, (int Items, HashSet<int> Communes, HashSet<int> Languages)> _topics =
        new(StringComparer.Ordinal);

    /// <summary>One item, with where it was posted: the numbers of communes and of languages.</summary>
    public void Add(ImmutableArray<string> topics, HashSet<int> communes, HashSet<int> languages)
    {
        if (communes.Count == 0)
        {
            return;
        }

        foreach (var code in topics.Distinct(StringComparer.Ordinal))
        {
            ref var topic = ref CollectionsMarshal.GetValueRefOrAddDefault(_topics, code, out var isThere);
            topic = isThere ? topic : (0, [], []);
            topic.Items++;
            topic.Communes.UnionWith(communes);
            topic.Languages.UnionWith(languages);
        }
    }

    /// <summary>All topics of the resolutions, the least spoken of first.</summary>
    public ImmutableArray<TopicRow> Rows(IEnumerable<Resolution> resolutions, Numbering<LanguageTag> languages) =>
    [
        .. from topic in resolutions.SelectMany(resolution => resolution.Topics).DistinctBy(topic => topic.Code, StringComparer.Ordinal)
           let row = _topics.TryGetValue(topic.Code, out var carried)
               ? new TopicRow(topic, carried.Items, carried.Communes.Count, CampaignFigures.Columns(carried.Languages.Select(languages.NameOf)))
               : new TopicRow(topic, 0, 0, [])
           orderby row.Communes, row.Items
           select row,
    ];
}
