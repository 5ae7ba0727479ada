using Dissemination.Directory;
using Dissemination.Storage;

namespace Dissemination.Channels.Website;

/// <summary>One commune's feed in one language.</summary>
internal readonly record struct FeedId(CommuneId Commune, LanguageTag Language)
{
    /// <summary>Its partition in table <c>feeds</c>, which it shares with some other communes' feeds in the language.</summary>
    public string Partition => KeysOfFeeds.FeedPartition(Language.Value, Commune.Value);

    /// <summary>Its address below <c>/feeds/</c>.</summary>
    public string File(FeedFormat format) => $"{Commune}/{Language}{format.Extension}";
}
