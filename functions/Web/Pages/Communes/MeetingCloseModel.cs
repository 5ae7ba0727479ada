using System.Collections.Immutable;
using Dissemination.Content;
using Dissemination.Reach.Meetings;
using Dissemination.Web.Pages.Frame;

namespace Dissemination.Web.Pages.Communes;

/// <summary>What is still to be told of a meeting that was announced.</summary>
public sealed class MeetingCloseModel : PageModel
{
    internal MeetingCloseModel(PageFrame frame, ToldRecord record, string version)
        : base(frame) => (Record, Version) = (record, version);

    internal ToldRecord Record { get; }

    /// <summary>The version that was read.</summary>
    internal string Version { get; }

    internal string? Attendance { get; init; }

    internal ImmutableArray<ItemId> Ticked { get; init; } = [];

    /// <summary>The newest items, and those that are ticked.</summary>
    internal IReadOnlyList<Item> Items { get; init; } = [];
}
