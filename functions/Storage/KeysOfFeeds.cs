using System.Globalization;

namespace Dissemination.Storage;

/// <summary>The keys of <see cref="TableNames.Feeds"/>.</summary>
internal static class KeysOfFeeds
{
    /// <summary>
    /// The partition of <see cref="TableNames.Feeds"/> with a commune's entries in a language. The communes stand in sixteen, so that what
    /// goes to many is written in few transactions and no partition becomes long.
    /// </summary>
    public static string FeedPartition(string language, string commune) =>
        string.Create(CultureInfo.InvariantCulture, $"{language}.{Spread.Of(commune, 16):D2}");

    /// <summary>What the row keys of <see cref="TableNames.Feeds"/> that hold a commune's entries begin with.</summary>
    public static string FeedEntries(string commune) => $"{commune}.entry.";

    /// <summary>An entry of a feed, newest first.</summary>
    public static string FeedEntry(string commune, DateTimeOffset at, string item) => $"{FeedEntries(commune)}{Keys.TicksDescending(at)}.{item}";

    /// <summary>What was taken out of a feed last; right before its entries, so that it is read with them.</summary>
    public static string FeedRemoval(string commune) => $"{commune}.cut";

    /// <summary>
    /// The partition of <see cref="TableNames.Feeds"/> with the voices in a language: one for all communes that have the same words.
    /// </summary>
    public static string FeedVoices(string language) => $"voices.{language}";

    /// <summary>What the keys of the voices begin with, newest first.</summary>
    public const string FeedVoiceRows = "at.";

    public static string FeedVoice(DateTimeOffset at, string text) => $"{FeedVoiceRows}{Keys.TicksDescending(at)}.{text}";

    /// <summary>Which voice is a text's.</summary>
    public static string FeedVoiceOf(string text) => $"of.{text}";

    /// <summary>Which entry of a feed is an item's.</summary>
    public static string FeedPointer(string commune, string item) => $"{commune}.item.{item}";
}
