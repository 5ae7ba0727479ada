using System.Collections.Immutable;
using Dissemination.Directory;

namespace Dissemination.Reach.Meetings;

/// <summary>A meeting at which items were spread, as a person tells it.</summary>
/// <param name="Time">When on its day; null where nobody remembers.</param>
/// <param name="Place">Where, in words: a village, a hall.</param>
/// <param name="Attendance">
/// How many came; null where nobody counted, which is not 0. One number, in however many languages it was held.
/// </param>
/// <param name="Languages">In which it was held.</param>
internal sealed record Meeting(
    MeetingKind Kind, TimeOnly? Time, string Place, MeetingMode Mode, int? Attendance, ImmutableArray<LanguageTag> Languages);
