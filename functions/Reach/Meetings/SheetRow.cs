using System.Collections.Immutable;
using Dissemination.Problems;

namespace Dissemination.Reach.Meetings;

/// <summary>A row of a sheet, as it is understood.</summary>
/// <param name="Line">As the spreadsheet counts it.</param>
/// <param name="Told">Null where it cannot be understood.</param>
internal sealed record SheetRow(int Line, Told? Told, ImmutableArray<Problem> Problems)
{
    /// <summary>What the sheet's row finds there already; null where it is new.</summary>
    public ToldRecord? There { get; init; }

    public bool IsNew => There is null && Problems.IsEmpty && Told is not null;

    /// <summary>The same row with something more that is wrong with it.</summary>
    public SheetRow And(params IEnumerable<Problem> problems) => this with { Problems = [.. Problems, .. problems] };
}
