using Dissemination.Directory;

namespace Dissemination.Channels.Website;

/// <summary>A feed as it is written out.</summary>
/// <param name="Name">Whose it is, for people.</param>
/// <param name="Site">The public address of the program.</param>
/// <param name="Entries">Newest first.</param>
internal sealed record Feed(FeedId Id, string Name, Uri Site, IReadOnlyList<FeedEntry> Entries)
{
    /// <summary>The most entries that a feed holds.</summary>
    public const int Most = 50;

    public string Title => $"{Name} – {Language}";

    public string Description => $"{PostTexts.FeedDescription} – {Title}";

    public Uri Address(FeedFormat format) => new(Site, $"/feeds/{Id.File(format)}");

    private string Language => Languages.Find(Id.Language)?.Name ?? Id.Language.Value;
}
