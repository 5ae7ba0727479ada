using System.Globalization;
using Dissemination.Problems;

namespace Dissemination.Web.Pages.Communes;

/// <summary>How many people came, as a form names it.</summary>
internal static class Attendance
{
    /// <summary>Nothing where nothing was typed, and a problem where that is no number.</summary>
    public static (int? Number, Problem? Problem) Read(string? typed) =>
        string.IsNullOrWhiteSpace(typed) ? (null, null)
        : int.TryParse(typed.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? (number, null)
        : (null, new(nameof(ProblemTexts.AttendanceNotANumber), null, typed));
}
