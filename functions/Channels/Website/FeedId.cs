using Dissemination.Directory;

namespace Dissemination.Channels.Website;

/// <summary>One commune's feed in one language.</summary>
internal readonly record struct FeedId(CommuneId Commune, LanguageTag Language)
{
    /// <summary>Its partition in table <c>feeds</c>.</summary>
    public string Partition => $"{Commune}.{Language}";

    /// <summary>Its file in container <c>feeds</c>, and below <c>/feeds/</c>.</summary>
    public string File(FeedFormat format) => $"{Commune}/{Language}{format.Extension}";
}
