using System.Globalization;
using Dissemination.Reports.Periods;

namespace Dissemination.Reviewing;

/// <summary>A week in five lines of plain Vietnamese: a pure function of the figures that its report is made from.</summary>
internal static class LeaderSummary
{
    private static readonly CultureInfo Vietnamese = CultureInfo.GetCultureInfo("vi");

    public static string Of(PeriodFigures now, PeriodFigures? before, Uri address)
    {
        var totals = now.Totals;
        return string.Join(
            '\n',
            Say(
                nameof(Texts.LeadersWeek),
                now.Period.Number,
                LocalTime.Text(now.Period.From),
                LocalTime.Text(now.Period.To),
                Number(totals.Items)),
            Say(nameof(Texts.LeadersDone), Number(totals.Done), Number(totals.Expected), Number(totals.OnTime)) + Changed(now, before),
            Say(nameof(Texts.LeadersCommunes), Number(totals.CommunesDone), Number(totals.CommunesOwing), Number(totals.Late)),
            Say(
                nameof(Texts.LeadersTold),
                Number(totals.MeetingsInPerson),
                Number(totals.MeetingsOnline),
                Told(totals.OpinionsInPerson),
                Told(totals.OpinionsOnline)),
            Say(nameof(Texts.LeadersRead), address));
    }

    private static string Changed(PeriodFigures now, PeriodFigures? before)
    {
        var change = now.Totals.Done - before?.Totals.Done;
        return change switch
        {
            null => "",
            0 => $" {Say(nameof(Texts.LeadersSame))}",
            > 0 => $" {Say(nameof(Texts.LeadersMore), Number(change.Value))}",
            _ => $" {Say(nameof(Texts.LeadersLess), Number(-change.Value))}",
        };
    }

    private static string Told(long? figure) => figure is { } told ? Number(told) : Say(nameof(Texts.NotTold));

    private static string Number(long number) => LocalTime.NumberIn(Vietnamese, number);

    private static string Say(string key, params object[] values) =>
        TextFormat.FillIn(Vietnamese, Texts.ResourceManager.GetString(key, Vietnamese) ?? key, values);
}
