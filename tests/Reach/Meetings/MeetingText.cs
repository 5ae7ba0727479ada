using System.Collections.Immutable;
using Dissemination.Content;
using Dissemination.Directory;
using Dissemination.Problems;
using Dissemination.Reach.Meetings;

namespace Dissemination.Tests.Reach.Meetings;

/// <summary>Meetings and opinions as tests tell of them.</summary>
internal static class MeetingText
{
    public static readonly DateOnly Day = new(2026, 11, 3);

    /// <summary>Ten in the morning of the third of November in the province.</summary>
    public static readonly DateTime Now = new(2026, 11, 3, 10, 0, 0, DateTimeKind.Unspecified);

    public static Told Meeting(
        string commune, DateOnly? day = null, int? attendance = 45, string place = "bản Búng", params ImmutableArray<string> languages) => new()
        {
            Commune = new(commune),
            Day = day ?? Day,
            Meeting = new(
                MeetingKind.VillageMeeting,
                new(7, 30),
                place,
                MeetingMode.InPerson,
                attendance,
                languages.IsDefaultOrEmpty ? [LanguageTag.Vietnamese] : [.. languages.Select(tag => new LanguageTag(tag))]),
        };

    public static Told Opinions(string commune, DateOnly? day = null, int? inPerson = 12, int? online = null) => new()
    {
        Commune = new(commune),
        Day = day ?? Day,
        Opinions = new(inPerson, online, Topic: null),
    };

    public static Place PlaceOf(string field) => new("form", Line: null, field);

    public static ToldInput Input(Told told, string reason = "") => new(told, PlaceOf) { Reason = reason };

    public static Told With(this Told told, params ImmutableArray<ItemId> items) => told with { Items = items };
}
