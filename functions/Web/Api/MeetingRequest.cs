using Dissemination.Directory;
using Dissemination.Problems;
using Dissemination.Reach.Meetings;

namespace Dissemination.Web.Api;

/// <summary>A meeting, as a program tells of it.</summary>
internal sealed record MeetingRequest
{
    public required MeetingKind Kind { get; init; }

    public TimeOnly? Time { get; init; }

    public required string Place { get; init; }

    public MeetingMode Mode { get; init; }

    /// <summary>How many came; null where nobody counted. One number, in however many languages it was held.</summary>
    public int? Attendance { get; init; }

    /// <summary>Vietnamese where none is named.</summary>
    public IReadOnlyList<LanguageTag>? Languages { get; init; }

    public Meeting Read() => new(
        Kind,
        Time,
        ComposedText.Of(Invisible.Trim(Place ?? "")),
        Mode,
        Attendance,
        Languages is { Count: > 0 } languages ? [.. languages.Distinct()] : [LanguageTag.Vietnamese]);
}
