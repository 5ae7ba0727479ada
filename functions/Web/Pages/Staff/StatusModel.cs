using Dissemination.Deliveries.Watching;
using Dissemination.Web.Pages.Frame;

namespace Dissemination.Web.Pages.Staff;

/// <summary>How the program is.</summary>
public sealed class StatusModel : PageModel
{
    /// <summary>What waits longer hangs.</summary>
    private static readonly TimeSpan Late = TimeSpan.FromMinutes(10);

    /// <summary>As the alert of Azure says it unless the deployment says otherwise (<c>credentialDays</c>).</summary>
    private static readonly TimeSpan Old = TimeSpan.FromDays(180);

    internal StatusModel(PageFrame frame, WatchFigures figures)
        : base(frame) => Figures = figures;

    internal WatchFigures Figures { get; }

    internal bool IsLate => Figures.QueueAge > Late;

    /// <summary>What is to be looked at, by its words.</summary>
    internal IReadOnlyList<string> Amiss =>
    [
        .. new (bool IsAmiss, string Words)[]
        {
            (IsLate, Texts.StatusQueue),
            (Figures.Troubled > 0, Texts.StatusTroubled),
            (Figures.LanesStopped.Length > 0, Texts.StatusLanesStopped),
            (Figures.DeadLetters > 0, Texts.StatusDeadLetters),
            (Figures.Credentials.Values.Any(IsOld), Texts.StatusCredentials),
        }.Where(one => one.IsAmiss).Select(one => one.Words),
    ];

    internal static bool IsOld(TimeSpan age) => age > Old;

    internal static string AgeOf(TimeSpan age) => age < TimeSpan.FromDays(2)
        ? TextFormat.Fill(Texts.StatusMinutes, LocalTime.Number((long)age.TotalMinutes))
        : TextFormat.Fill(Texts.StatusDays, LocalTime.Number((long)age.TotalDays));

    /// <summary>How much there is; more than is looked at is said so.</summary>
    internal static string CountOf(int count) => count >= WatchFigures.Most ? $"{LocalTime.Number(count)}+" : LocalTime.Number(count);
}
