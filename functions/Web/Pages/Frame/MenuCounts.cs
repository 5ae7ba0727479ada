using Dissemination.Content;
using Dissemination.Directory;

namespace Dissemination.Web.Pages.Frame;

/// <summary>How much waits behind a link of the menu for the person who reads.</summary>
internal sealed class MenuCounts(ItemReader items)
{
    /// <summary>More than that is told as more.</summary>
    private const int Most = 99;

    /// <summary>One transaction for an approver's list, else none.</summary>
    /// <returns>Null where nothing waits, or nothing is counted.</returns>
    public async Task<string?> OfAsync(NavigationLink link, Person person, CancellationToken cancellationToken)
    {
        if (link.Address != "/approvals" || !person.Is(Role.Approver))
        {
            return null;
        }

        var waiting = await items.ToApproveAsync(null, Most, cancellationToken);
        return waiting.Next is not null ? $"{Most}+" : waiting.Rows.Count > 0 ? LocalTime.Number(waiting.Rows.Count) : null;
    }
}
