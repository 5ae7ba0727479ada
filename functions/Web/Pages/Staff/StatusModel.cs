using Dissemination.Deliveries.Watching;
using Dissemination.Directory;
using Dissemination.Web.Pages.Campaign;
using Dissemination.Web.Pages.Frame;

namespace Dissemination.Web.Pages.Staff;

/// <summary>How the program is.</summary>
public sealed class StatusModel : PageModel
{
    /// <summary>What waits longer hangs.</summary>
    private static readonly TimeSpan Late = TimeSpan.FromMinutes(10);

    /// <summary>As the alert of Azure says it unless the deployment says otherwise (<c>credentialDays</c>).</summary>
    private static readonly TimeSpan Old = TimeSpan.FromDays(180);

    private readonly DirectorySnapshot _directory;

    internal StatusModel(PageFrame frame, WatchFigures figures, DirectorySnapshot directory)
        : base(frame) => (Figures, _directory) = (figures, directory);

    internal WatchFigures Figures { get; }

    internal bool IsLate => Figures.QueueAge > Late;

    internal bool HasTroubled => Figures.Troubled > 0;

    internal bool HasDeadLetters => Figures.DeadLetters > 0;

    internal bool HasStopped => Figures.LanesStopped.Length > 0;

    internal bool HasOld => Figures.Credentials.Values.Any(IsOld);

    /// <summary>How much is to be looked at; each says so itself.</summary>
    internal int Amiss => new[] { IsLate, HasTroubled, HasDeadLetters, HasStopped, HasOld }.Count(isAmiss => isAmiss);

    /// <summary>A credential by the places that it serves.</summary>
    internal string NameOf(string lane) => LaneLabels.Of(lane, _directory);

    internal static bool IsOld(TimeSpan age) => age > Old;

    /// <summary>How many posts wait, and how long the first of them is late.</summary>
    internal string PostsInWords => Figures switch
    {
        { Posts: 0 } => Texts.StatusNone,
        { PostsLate.Ticks: > 0 } => TextFormat.Fill(Texts.StatusPostsLate, CountOf(Figures.Posts), CampaignLabels.Span(Figures.PostsLate)),
        _ => TextFormat.Fill(Texts.StatusPostsAhead, CountOf(Figures.Posts)),
    };

    /// <summary>How much there is with its unit; none where there is nothing.</summary>
    internal static string InWords(string unit, int count) => count == 0 ? Texts.StatusNone : TextFormat.Fill(unit, CountOf(count));

    /// <summary>More than is looked at is said so.</summary>
    private static string CountOf(int count) => count >= WatchFigures.Most ? $"{LocalTime.Number(count)}+" : LocalTime.Number(count);
}
