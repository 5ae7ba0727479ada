using Dissemination.Directory;
using Dissemination.Reach.Meetings;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace Dissemination.Tests.Reach.Meetings;

public sealed class ToldSumsTests
{
    private static readonly string[] Communes = ["bung-lao", "muong-thanh", "na-bung"];

    /// <summary>Told, corrected in everything, taken back, in any order: the sums that are kept are those of what stands.</summary>
    [Property(MaxTest = 300)]
    public Property Sums_that_are_kept_step_by_step_are_those_that_are_made_anew() =>
        Prop.ForAll(Arb.From(Gen.ListOf(Steps())), steps =>
        {
            var (sums, records) = (ToldSums.Empty, new Dictionary<int, ToldRecord>());
            foreach (var (number, told, isWithdrawn) in steps)
            {
                var before = records.GetValueOrDefault(number);
                if (before?.IsWithdrawn == true)
                {
                    continue;
                }

                var after = new ToldRecord { Id = ToldId.Of(told), Told = told, By = new("can-bo"), At = default, IsWithdrawn = isWithdrawn };
                sums = sums.After(before, after);
                records[number] = after;
            }

            var anew = ToldSums.Of(records.Values);
            return Communes.Select(id => new CommuneId(id)).All(commune =>
                    sums.Totals.GetValueOrDefault(commune, new(commune)).Equals(anew.Totals.GetValueOrDefault(commune, new(commune))))
                && sums.Days.Keys.Union(anew.Days.Keys).All(day =>
                    sums.Days.GetValueOrDefault(day, DayTally.Empty(day)).Equals(anew.Days.GetValueOrDefault(day, DayTally.Empty(day))));
        });

    [Fact]
    public void Several_languages_of_a_meeting_do_not_multiply_those_who_came()
    {
        var sums = ToldSums.Of([Record(MeetingText.Meeting("bung-lao", attendance: 45, languages: ["vi", "blt-Tavt", "hmn-Latn-x-chv"]))]);

        Assert.Equal(new(1, 1, 45), sums.Totals[new("bung-lao")].Of(MeetingMode.InPerson));
    }

    [Fact]
    public void What_nobody_counted_is_not_zero_and_in_person_is_never_added_to_online()
    {
        var online = MeetingText.Meeting("bung-lao", attendance: 70, place: "phòng họp trực tuyến");
        var sums = ToldSums.Of(
        [
            Record(MeetingText.Meeting("bung-lao", attendance: null)),
            Record(online with { Meeting = online.Meeting! with { Mode = MeetingMode.Online } }),
            Record(MeetingText.Opinions("bung-lao", inPerson: 12)),
        ]).Totals[new("bung-lao")];

        Assert.Equal(new(1, 0, null), sums.Of(MeetingMode.InPerson));
        Assert.Equal(new(1, 1, 70), sums.Of(MeetingMode.Online));
        Assert.Equal((12L, null), (sums.Opinions.ToldInPerson, sums.Opinions.ToldOnline));
    }

    private static ToldRecord Record(Told told) => new() { Id = ToldId.Of(told), Told = told, By = new("can-bo"), At = default };

    private static Gen<(int Number, Told Told, bool IsWithdrawn)> Steps() =>
        from number in Gen.Choose(0, 8)
        from commune in Gen.Elements(Communes)
        from day in Gen.Choose(0, 4)
        from people in Gen.Choose(-1, 300)
        from kind in Gen.Elements(Enum.GetValues<MeetingKind>())
        from mode in Gen.Elements(Enum.GetValues<MeetingMode>())
        from isMeeting in Gen.Elements(true, true, false)
        from isWithdrawn in Gen.Elements(true, false, false, false)
        let attendance = people < 0 ? (int?)null : people
        let told = isMeeting
            ? new Told
            {
                Commune = new(commune),
                Day = MeetingText.Day.AddDays(-day),
                Meeting = new(kind, null, "bản", mode, attendance, []),
            }
            : MeetingText.Opinions(commune, MeetingText.Day.AddDays(-day), attendance, mode is MeetingMode.Online ? 5 : null)
        select (number, told, isWithdrawn);
}
