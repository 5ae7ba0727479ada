namespace Dissemination.Storage;

/// <summary>The blob containers.</summary>
internal static class Containers
{
    /// <summary>Content is dropped here.</summary>
    public const string Content = "content";

    /// <summary>
    /// The same, by those whom the province lets write here alone (an office's document system): what says here that it is approved is.
    /// </summary>
    public const string Approved = "approved";

    /// <summary>The directory's CSV files are dropped here.</summary>
    public const string Directory = "directory";

    /// <summary>Accepted pictures, named by the hash of their bytes.</summary>
    public const string Media = "media";

    /// <summary>What was not accepted, each beside its reasons as JSON.</summary>
    public const string Rejected = "rejected";

    public const string Reports = "reports";

    /// <summary>A blob a lane: whoever sends on the lane holds its lease, and its content is what the lane has to remember.</summary>
    public const string Lanes = "lanes";

    /// <summary>Snapshots that the program keeps for itself: the accepted directory and resolutions.</summary>
    public const string State = "state";

    /// <summary>The pictures of drafts, each in the folder of its draft, as they came.</summary>
    public const string Drafts = "drafts";

    /// <summary>What people read aloud, each text in a folder of its own: what is approved, or on its way to it.</summary>
    public const string Recordings = "recordings";

    /// <summary>Photographs that people added to what they confirmed, each in the folder of its hand task.</summary>
    public const string Photographs = "photographs";

    /// <summary>
    /// Where the record ended on each day that is over, written once, and each end that it has meanwhile, appended: so storage can be told
    /// to let nobody change or remove what is there.
    /// </summary>
    public const string RecordEnds = "record-ends";

    /// <summary>Event Grid keeps here what it could deliver to nobody. The template of the deployment makes it; elsewhere there is none.</summary>
    public const string UndeliveredEvents = "undelivered-events";

    /// <summary>Those that the program makes.</summary>
    public static IReadOnlyList<string> All { get; } =
        [Content, Approved, Directory, Media, Rejected, Reports, Lanes, State, Drafts, Recordings, Photographs, RecordEnds];
}
