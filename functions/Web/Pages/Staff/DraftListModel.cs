using System.Globalization;
using Dissemination.Directory;
using Dissemination.Intake.Drafts;
using Dissemination.Storage;
using Dissemination.Web.Pages.Frame;

namespace Dissemination.Web.Pages.Staff;

/// <summary>Where people drop what they have, and the drafts that came of it.</summary>
public sealed class DraftListModel : PageModel
{
    internal DraftListModel(PageFrame frame, Page<Draft> page)
        : base(frame) => Page = page;

    internal Page<Draft> Page { get; }

    internal IReadOnlyList<Row<Draft>> Sent { get; init; } = [];

    internal DirectorySnapshot Directory { get; init; } = DirectorySnapshot.Empty;

    /// <summary>What was pasted and did not become a draft.</summary>
    internal string Pasted { get; init; } = "";

    /// <summary>When the page was made, which its form tells, so that a second click makes no second draft.</summary>
    internal DateTimeOffset At { get; init; }

    internal string Begun => At.UtcTicks.ToString(CultureInfo.InvariantCulture);

    /// <summary>When the page was made whose form was sent; null where it does not say.</summary>
    internal static DateTimeOffset? BegunOf(string? begun) =>
        long.TryParse(begun, NumberStyles.None, CultureInfo.InvariantCulture, out var ticks) && ticks < DateTime.MaxValue.Ticks
            ? new DateTimeOffset(ticks, TimeSpan.Zero)
            : null;
}
