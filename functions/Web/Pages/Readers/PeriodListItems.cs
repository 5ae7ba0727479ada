using System.Collections.Immutable;
using Dissemination.Reports.Periods;

namespace Dissemination.Web.Pages.Readers;

/// <summary>Reports of weeks and months in a list: each period once, its older editions below it.</summary>
public sealed class PeriodListItems
{
    internal PeriodListItems(IEnumerable<PeriodHead> heads, bool isStaff)
    {
        Periods = [.. heads.GroupBy(head => head.Period).Select(period => period.ToImmutableArray())];
        IsStaff = isStaff;
    }

    /// <summary>The editions of each, the newest first.</summary>
    internal ImmutableArray<ImmutableArray<PeriodHead>> Periods { get; }

    /// <summary>Whether the reader may have a report counted anew.</summary>
    internal bool IsStaff { get; }
}
