using Dissemination.Content;

namespace Dissemination.Deliveries.HandTasks;

/// <summary>A text that is to be read out or played, and where.</summary>
internal sealed record LoudspeakerScript(HandTaskPost Task, IReadOnlyList<WorklistEntry> Places)
{
    /// <summary>So many words are read slowly and clearly in a minute.</summary>
    private const int WordsInMinute = 130;

    public AiringLevel Level => Task.Version.Content.Airing;

    /// <summary>How long it takes: of a recording as it is, of words to be read about.</summary>
    public TimeSpan Length => Task.Voice?.Length ?? TimeSpan.FromMinutes(Math.Max(1, Math.Ceiling(Words / (double)WordsInMinute)));

    private int Words => Task.Rendered.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;
}
