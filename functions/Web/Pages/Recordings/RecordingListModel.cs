using System.Collections.Immutable;
using Dissemination.Publishing;
using Dissemination.Translation.Recordings;
using Dissemination.Web.Pages.Frame;

namespace Dissemination.Web.Pages.Recordings;

/// <summary>What there is to listen to, and to read aloud.</summary>
public sealed class RecordingListModel : PageModel
{
    internal RecordingListModel(PageFrame frame)
        : base(frame)
    {
    }

    internal ImmutableArray<RecordingEntry> Waiting { get; init; } = [];

    /// <summary>Texts that went out lately and of which nothing is approved, newest first.</summary>
    internal ImmutableArray<OutOccasion> ToRead { get; init; } = [];
}
