using Dissemination.Content;
using Dissemination.Directory;
using Dissemination.Intake;
using Dissemination.Web.Pages.Frame;
using Dissemination.Web.Pages.Seen;
using Microsoft.AspNetCore.WebUtilities;

namespace Dissemination.Web.Pages.Staff;

/// <summary>What waits for an approval.</summary>
public sealed class ApprovalsModel : PageModel
{
    internal ApprovalsModel(
        PageFrame frame, IReadOnlyList<ApprovalView> waiting, string? next, DirectorySnapshot directory, ItemForm typed)
        : base(frame)
    {
        (Waiting, Next, Directory, Typed) = (waiting, next, directory, typed);
        Common = waiting.Where(view => !view.Foreseen.IsExpired)
            .Select(LinesOf)
            .CountBy(lines => lines, StringComparer.Ordinal)
            .Where(alike => alike.Key.Length > 0 && alike.Value > 1)
            .OrderByDescending(alike => alike.Value)
            .Select(alike => alike.Key)
            .FirstOrDefault() ?? "";
    }

    internal IReadOnlyList<ApprovalView> Waiting { get; }

    /// <summary>Leads to the page behind this one; null on the last.</summary>
    internal string? Next { get; }

    /// <summary>Led to this page; null on the first.</summary>
    internal string? At { get; init; }

    /// <summary>Where the form is sent to: where it is not done, this page comes back and no other.</summary>
    internal string Action => At is { } at ? QueryHelpers.AddQueryString("/approvals", "next", at) : "/approvals";

    /// <summary>What approving most of them sets off beside what each says itself, line by line; empty where no two are alike.</summary>
    internal string Common { get; }

    /// <summary>The same of one of them, where it is not what is said of all.</summary>
    internal string OtherThanCommon(ApprovalView view) => (LinesOf(view), view.Foreseen.IsExpired) switch
    {
        (var lines, false) when lines == Common => "",
        ("", false) => Texts.ApprovalsNothingMore,
        var (lines, _) => lines,
    };

    /// <summary>Whether no file names an approval, which is then said once.</summary>
    internal bool IsNoneClaimed => Waiting.All(view => view.Item.Claim is null);

    internal DirectorySnapshot Directory { get; }

    /// <summary>What was typed into a form that was not done.</summary>
    internal ItemForm Typed { get; }

    internal bool MayApprove => Frame.Person?.Is(Role.Approver) == true;

    /// <summary>Whether the reader handed it in: somebody else approves it.</summary>
    internal bool IsOwn(Item item) => item.HandedInBy is { } by && by == Frame.Person?.Id;

    internal string NameOf(PersonId id) => Directory.Find(id)?.Name ?? id.Value;

    internal bool IsTicked(Item item) => Typed.Ticked.Contains(Ticked(item), StringComparer.Ordinal);

    private static string LinesOf(ApprovalView view) => string.Join('\n', ForesightText.More(view.Foreseen));

    internal static string Ticked(Item item) => new ReadRevision(item.Id, item.Revision).ToString();
}
