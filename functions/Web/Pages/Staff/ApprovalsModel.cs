using Dissemination.Content;
using Dissemination.Directory;
using Dissemination.Intake;
using Dissemination.Web.Pages.Frame;

namespace Dissemination.Web.Pages.Staff;

/// <summary>What waits for an approval.</summary>
public sealed class ApprovalsModel : PageModel
{
    internal ApprovalsModel(
        PageFrame frame, IReadOnlyList<ApprovalView> waiting, string? next, DirectorySnapshot directory, ItemForm typed)
        : base(frame) => (Waiting, Next, Directory, Typed) = (waiting, next, directory, typed);

    internal IReadOnlyList<ApprovalView> Waiting { get; }

    /// <summary>Leads to the page behind this one; null on the last.</summary>
    internal string? Next { get; }

    internal DirectorySnapshot Directory { get; }

    /// <summary>What was typed into a form that was not done.</summary>
    internal ItemForm Typed { get; }

    internal bool MayApprove => Frame.Person?.Is(Role.Approver) == true;

    /// <summary>Whether the reader handed it in: somebody else approves it.</summary>
    internal bool IsOwn(Item item) => item.HandedInBy is { } by && by == Frame.Person?.Id;

    internal string NameOf(PersonId id) => Directory.Find(id)?.Name ?? id.Value;

    internal static string Ticked(Item item) => new ReadRevision(item.Id, item.Revision).ToString();
}
