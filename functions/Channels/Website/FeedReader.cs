using System.Collections.Immutable;
using Dissemination.Directory;
using Microsoft.Extensions.Caching.Memory;

namespace Dissemination.Channels.Website;

/// <summary>
/// Draws feeds from their rows when somebody asks for them, and keeps what was drawn for as long as readers are told that it holds.
/// </summary>
internal sealed class FeedReader(FeedStore feeds, FeedVoiceStore voices, SiteAddress site, TimeProvider time) : IDisposable
{
    /// <summary>For how long a feed holds, from the reading of its rows to the eyes of whoever keeps a copy.</summary>
    public static readonly TimeSpan Holds = TimeSpan.FromSeconds(60);

    /// <summary>Some 200 KB each where all entries are long; one that finds no room is drawn for each reader.</summary>
    private const int MostKept = 300;

    private readonly MemoryCache _kept = new(new MemoryCacheOptions { SizeLimit = MostKept });

    public void Dispose() => _kept.Dispose();

    /// <summary>
    /// A feed that has entries, or will have some because its commune publishes in the language: readers subscribe once, so it is there
    /// before the first post. Mostly no transaction; else one for the commune, one for each that it took over and one for voices, whoever
    /// else asks.
    /// </summary>
    /// <returns>Null where there is none.</returns>
    public async Task<DrawnFeed?> FindAsync(FeedId feed, DirectorySnapshot directory, CancellationToken cancellationToken) =>
        NameOf(feed.Commune, directory) is { } name ? await Current(feed, name, directory).WaitAsync(cancellationToken) : null;

    /// <summary>How old what is handed out is by now.</summary>
    public TimeSpan AgeOf(DrawnFeed drawn) => time.GetElapsedTime(drawn.DrawnAt);

    /// <summary>This copy of the program wrote to it: whoever asks it next sees that.</summary>
    public void Forget(FeedId feed)
    {
        lock (_kept)
        {
            _kept.Remove(feed);
        }
    }

    /// <summary>The same of all feeds in a language.</summary>
    public void Forget(LanguageTag language)
    {
        lock (_kept)
        {
            foreach (var feed in _kept.Keys.OfType<FeedId>().Where(feed => feed.Language == language).ToList())
            {
                _kept.Remove(feed);
            }
        }
    }

    private Task<DrawnFeed?> Current(FeedId feed, string name, DirectorySnapshot directory)
    {
        // Whoever comes while it is drawn waits for the same drawing.
        lock (_kept)
        {
            if (_kept.TryGetValue(feed, out Drawing? kept) && IsGood(kept!))
            {
                return kept!.Feed;
            }

            var now = time.GetTimestamp();
            var drawing = new Drawing(DrawAsync(feed, name, directory, now), now);
            return _kept.Set(feed, drawing, new MemoryCacheEntryOptions { Size = 1, AbsoluteExpirationRelativeToNow = Holds }).Feed;
        }
    }

    private bool IsGood(Drawing kept) =>
        !kept.Feed.IsCompleted || (kept.Feed.IsCompletedSuccessfully && time.GetElapsedTime(kept.BegunAt) < Holds);

    private async Task<DrawnFeed?> DrawAsync(FeedId feed, string name, DirectorySnapshot directory, long now)
    {
        await Task.Yield(); // nothing is drawn while the others are locked out

        // It is drawn for all who wait: one who leaves does not end it.
        ImmutableArray<FeedId> sources = [.. directory.FamilyOf(feed.Commune).Select(part => feed with { Commune = part })];
        var (entries, modifiedAt) = await feeds.NewestAsync(sources, CancellationToken.None);
        if (entries.Count == 0 && directory.Find(feed.Commune)?.Speaks(feed.Language) != true)
        {
            return null;
        }

        var sounds = entries.Count == 0 ? [] : await voices.NewestAsync(feed.Language, CancellationToken.None);
        var heard = entries.Select(entry => (Entry: entry, Voice: sounds.Find(voice => IsOf(voice, entry)))).ToList();
        var drawn = new Feed(
            feed, name, site.Base, heard.ConvertAll(one => one.Voice is null ? one.Entry : one.Entry with { Sound = SoundOf(one.Voice) }));
        return new(
            FeedFormat.All.ToDictionary(format => format, format => FeedFile.Of(format.Write(drawn))),
            heard.Max(one => one.Voice?.At) is { } spokenAt && spokenAt > modifiedAt ? spokenAt : modifiedAt,
            now);
    }

    /// <summary>Whether it says the words of an entry: those of a commune's own variant are others than all others have.</summary>
    private static bool IsOf(FeedVoice voice, FeedEntry entry) =>
        voice.Text.Item == entry.Delivery.Version.Item && voice.Words == entry.Words;

    private FeedSound SoundOf(FeedVoice voice) => new(site.Voice(voice.Voice), voice.Voice.Bytes, voice.Voice.Seconds);

    /// <summary>Whose feed it is, for people; null where nobody of that name is or was in the directory.</summary>
    private static string? NameOf(CommuneId commune, DirectorySnapshot directory) =>
        directory.DestinationsOf(commune).FirstOrDefault(destination => destination.Channel is ChannelKind.Website)?.Name
            ?? directory.Find(commune)?.Name
            ?? directory.Past.Former.LastOrDefault(former =>
                former.Destination.Channel is ChannelKind.Website && former.Destination.Id.Commune == commune)?.Destination.Name;

    /// <param name="BegunAt">The timestamp before its rows were read.</param>
    private sealed record Drawing(Task<DrawnFeed?> Feed, long BegunAt);
}
