using Dissemination.Deliveries.HandTasks;
using Dissemination.Deliveries.Waiting;
using Dissemination.Reach.Meetings;
using Dissemination.Translation;
using Dissemination.Translation.Recordings;

namespace Dissemination.Web.Pages.Today;

/// <summary>What was read of what waits for a communicator.</summary>
internal sealed record TodayFound
{
    /// <summary>The open translations of the languages that he or she speaks, of all communes.</summary>
    public required IReadOnlyList<InboxEntry> Translations { get; init; }

    /// <summary>The recordings that wait for a second person, of all languages and communes.</summary>
    public IReadOnlyList<RecordingEntry> Recordings { get; init; } = [];

    public required WaitingHeads Held { get; init; }

    public required HandTaskList HandTasks { get; init; }

    /// <summary>What was told lately of the commune's meetings.</summary>
    public required IReadOnlyList<ToldRecord> Meetings { get; init; }

    /// <summary>Whether there are more translations than were read.</summary>
    public bool AndMore { get; init; }

    /// <summary>About how many texts others said something that the reader has not seen.</summary>
    public int Comments { get; init; }

    /// <summary>How much else the commune's people should know.</summary>
    public int Alerts { get; init; }

    public static TodayFound Nothing { get; } =
        new() { Translations = [], Held = HandTaskList.Empty.Heads, HandTasks = HandTaskList.Empty, Meetings = [] };
}
