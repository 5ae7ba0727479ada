using Dissemination.Directory;
using Dissemination.Web.Pages.Today;

namespace Dissemination.Web.Pages.Frame;

/// <summary>Where a reader may go.</summary>
internal static class Navigation
{
    /// <summary>How many places the bar at the bottom of a phone shows, beside the way to all of them.</summary>
    public const int MostTabs = 4;

    /// <summary>What is open to all.</summary>
    public static IEnumerable<NavigationLink> ForAll(PageFrame frame)
    {
        if (frame.CanSignIn && frame.Person is null)
        {
            yield return new("/sign-in", Texts.SignIn);
        }

        if (frame.HasPreview)
        {
            yield return new("/preview", Texts.PreviewTitle);
        }

        yield return new("/feeds", Texts.FeedsTitle);
    }

    /// <summary>Where a person begins.</summary>
    public static string HomeOf(Person person) => Of(person).First().Address;

    /// <summary>Where a person works. Leaders begin with the campaign; for others it comes last, with the reports.</summary>
    public static IEnumerable<NavigationLink> Of(Person person)
    {
        var (isStaff, isCommunicator, isLeader) = (person.Is(Role.Staff), person.Is(Role.Communicator), person.Is(Role.Leader));
        var isApprover = person.Is(Role.Approver);
        (bool IsFor, string Address, string Text)[] links =
        [
            (isCommunicator, TodayModel.Path, Texts.TodayTitle),
            (isCommunicator, "/inbox", Texts.InboxTitle),
            (isApprover, "/approvals", Texts.ApprovalsTitle),
            (isStaff || isApprover, "/drafts", Texts.DraftsTitle),
            (isStaff || isApprover, "/items", Texts.ItemsTitle),
            (isStaff || isApprover, "/calendar", Texts.CalendarTitle),
            (isStaff, "/assignments", Texts.AssignmentsTitle),
            (isStaff && !isCommunicator, "/inbox", Texts.InboxComments),
            (isCommunicator || isStaff, "/hand-tasks", Texts.HandTasksTitle),
            (isCommunicator || isStaff, "/meetings", Texts.MeetingsTitle),
            (isCommunicator || isStaff, "/recordings", Texts.RecordingsTitle),
            (isCommunicator || isStaff, "/held", Texts.HeldTitle),
            (isCommunicator || isStaff, "/glossary", Texts.GlossaryTitle),
            (isLeader, "/campaign", Texts.CampaignTitle),
            (isLeader, "/reports", Texts.ReportsTitle),
            (isLeader, "/meetings/summary", Texts.MeetingSummaryTitle),
            (!isStaff && !isApprover, "/items", Texts.ItemsTitle),
            (isCommunicator || isStaff, "/troubles", Texts.TroublesTitle),
            (isStaff || isApprover, "/hand-in", Texts.HandInTitle),
            (isStaff, "/connections", Texts.ConnectionsTitle),
            (isStaff || isApprover, "/directory", Texts.DirectoryTitle),
            (isStaff, "/offers", Texts.OffersTitle),
            (!isLeader, "/campaign", Texts.CampaignTitle),
            (isStaff, "/access", Texts.AccessTitle),
            (isStaff, "/record", Texts.RecordTitle),
            (isStaff, "/status", Texts.StatusTitle),
            (!isLeader, "/reports", Texts.ReportsTitle),
        ];
        return links.Where(link => link.IsFor).Select(link => new NavigationLink(link.Address, link.Text));
    }
}
