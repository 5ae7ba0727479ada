using System.Collections.Immutable;
using Dissemination.Problems;

namespace Dissemination.Reach.Meetings;

/// <summary>A sheet of meetings, understood row by row; nothing of it is taken yet.</summary>
/// <param name="Problems">What is wrong with the file as a whole.</param>
internal sealed record MeetingSheet(string File, ImmutableArray<SheetRow> Rows, ImmutableArray<Problem> Problems)
{
    /// <summary>What was left out or changed when the file was read, as hidden rows; nothing is wrong with that.</summary>
    public ImmutableArray<Problem> Notes { get; init; } = [];

    /// <summary>All that is wrong with it. The whole sheet is taken, or nothing of it.</summary>
    public ImmutableArray<Problem> AllProblems => [.. Problems, .. Rows.SelectMany(row => row.Problems)];

    public int New => Rows.Count(row => row.IsNew);

    public int There => Rows.Count(row => row.There is not null && row.Problems.IsEmpty);

    public bool MayBeTaken => AllProblems.IsEmpty && New > 0;
}
