using Dissemination.Deliveries;
using Dissemination.Deliveries.HandTasks;

namespace Dissemination.Web.Pages.Communes;

/// <summary>A text that is to be read out, and where.</summary>
internal sealed record LoudspeakerScript(HandTaskPost Task, IReadOnlyList<WorklistEntry> Places)
{
    /// <summary>So many words are read slowly and clearly in a minute.</summary>
    private const int WordsInMinute = 130;

    /// <summary>About how many minutes it takes.</summary>
    public int Minutes => Math.Max(1, (int)Math.Ceiling(Words / (double)WordsInMinute));

    private int Words => Task.Rendered.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;
}
