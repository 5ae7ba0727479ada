using System.Collections.Immutable;
using Dissemination.Intake.Drafts;

namespace Dissemination.Web.Pages.Staff;

/// <summary>What stands in the form of a sheet.</summary>
/// <param name="Sheet">With the rows that are to go, so that each has the number by which the form knows it.</param>
/// <param name="Removed">The numbers of the rows that are ticked to go.</param>
internal sealed record TypedSheet(DraftSheet Sheet, ImmutableHashSet<int> Removed)
{
    /// <summary>The sheet as the button saves it.</summary>
    public DraftSheet Kept => Sheet with { Rows = [.. Sheet.Rows.Where((_, row) => !Removed.Contains(row))] };
}
