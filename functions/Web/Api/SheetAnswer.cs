using Dissemination.Reach.Meetings;

namespace Dissemination.Web.Api;

/// <summary>What a sheet is understood as; nothing of it is taken by this.</summary>
internal sealed record SheetAnswer
{
    /// <summary>Whether it is sound and brings something new.</summary>
    public required bool MayBeTaken { get; init; }

    public required int New { get; init; }

    /// <summary>Rows that are there already: they are left as they are.</summary>
    public required int There { get; init; }

    /// <summary>What is wrong with the file as a whole.</summary>
    public required IReadOnlyList<ProblemAnswer> Problems { get; init; }

    /// <summary>What was left out or changed when the file was read, as hidden rows.</summary>
    public required IReadOnlyList<ProblemAnswer> Notes { get; init; }

    public required IReadOnlyList<SheetRowAnswer> Rows { get; init; }

    public static SheetAnswer Of(MeetingSheet sheet) => new()
    {
        MayBeTaken = sheet.MayBeTaken,
        New = sheet.New,
        There = sheet.There,
        Problems = [.. sheet.Problems.Select(ProblemAnswer.Of)],
        Notes = [.. sheet.Notes.Select(ProblemAnswer.Of)],
        Rows = [.. sheet.Rows.Select(SheetRowAnswer.Of)],
    };
}
