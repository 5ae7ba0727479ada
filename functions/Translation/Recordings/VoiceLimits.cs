namespace Dissemination.Translation.Recordings;

/// <summary>How long and how large a recording may be.</summary>
/// <param name="Shortest">A single word is longer.</param>
internal sealed record VoiceLimits(TimeSpan Shortest, TimeSpan Longest, int MostBytes)
{
    /// <summary>One sentence, or a long one read slowly.</summary>
    public static VoiceLimits Sentence { get; } = new(TimeSpan.FromSeconds(0.4), TimeSpan.FromMinutes(3), 4 * 1024 * 1024);

    /// <summary>A whole text: longer than any slot of a loudspeaker.</summary>
    public static VoiceLimits Whole { get; } = new(TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(15), 20 * 1024 * 1024);
}
