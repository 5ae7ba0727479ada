using System.Collections.Immutable;
using Dissemination.Content;
using Dissemination.Directory;
using Dissemination.Publishing;

namespace Dissemination.Deliveries.Occasions;

/// <summary>In which languages an item goes out, and in which it is out already.</summary>
internal sealed class OccasionReader(DeliveryReader deliveries, FanOutStore fanOuts)
{
    /// <summary>Vietnamese, and what the communes speak where the item is wanted.</summary>
    public static ImmutableArray<LanguageTag> LanguagesOf(ItemContent content, DirectorySnapshot directory) =>
        LanguagesOf(content.Communes, directory);

    /// <param name="communes">Where the item is wanted; empty means everywhere.</param>
    public static ImmutableArray<LanguageTag> LanguagesOf(ImmutableArray<CommuneId> communes, DirectorySnapshot directory)
    {
        var wanted = communes.Select(directory.Successor).ToHashSet();
        return
        [
            .. directory.Current
                .Where(commune => wanted.Count == 0 || wanted.Contains(commune.Id))
                .SelectMany(commune => commune.Languages)
                .Distinct()
                .OrderBy(language => language.Value, StringComparer.Ordinal)
                .Prepend(LanguageTag.Vietnamese),
        ];
    }

    /// <summary>Those in which the current revision was taken up already. Two transactions.</summary>
    public async Task<ImmutableArray<LanguageTag>> BegunAsync(Item item, CancellationToken cancellationToken)
    {
        var planned = deliveries.VersionsOfAsync(item.Id, item.Revision, cancellationToken);
        var begun = fanOuts.OfAsync(item.Id, item.Revision, cancellationToken);
        return [.. await planned.Concat(begun).Select(version => version.Language).Distinct().ToListAsync(cancellationToken)];
    }
}
