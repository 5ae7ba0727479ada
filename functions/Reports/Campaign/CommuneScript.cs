using System.Collections.Immutable;
using System.Globalization;
using Dissemination.Directory;
using Dissemination.Reach.Meetings;

namespace Dissemination.Reports.Campaign;

/// <summary>
/// A commune's results as sentences to read aloud at its next meeting: in Vietnamese, numbers as they are spoken. A pure function.
/// </summary>
internal static class CommuneScript
{
    private static readonly CultureInfo Vietnamese = CultureInfo.GetCultureInfo("vi");

    /// <summary>So many items are named; of the others their number is told.</summary>
    private const int MostNamed = 5;

    /// <param name="name">The commune as it is called.</param>
    public static ImmutableArray<string> Of(CommuneResults results, string name, CampaignFilter filter) =>
    [
        Say(nameof(Texts.ScriptGreeting)),
        .. ToldOf(results, name, filter),
        MeetingsOf(results.Told),
        OpinionsOf(results.Told),
        NextOf(results),
        Say(nameof(Texts.ScriptThanks)),
    ];

    private static IEnumerable<string> ToldOf(CommuneResults results, string name, CampaignFilter filter)
    {
        var period = filter switch
        {
            { IsWhole: true } => Say(nameof(Texts.ScriptSoFar)),
            { Month: { } month } => Say(nameof(Texts.ScriptInMonth), SpokenNumber.Of(month)),
            _ => Say(nameof(Texts.ScriptInDays), SpokenNumber.Of(CampaignFilter.Days)),
        };
        if (results.Items.IsEmpty)
        {
            return [Say(nameof(Texts.ScriptNothing), period, name)];
        }

        var headlines = string.Join("; ", results.Items.Take(MostNamed).Select(item => $"«{item.Headline}»"));
        var others = results.Items.Length - MostNamed;
        return
        [
            Say(
                nameof(Texts.ScriptTold),
                period,
                name,
                SpokenNumber.Of(results.Items.Length),
                string.Join(", ", results.Languages.Select(Spoken))),
            others > 0
                ? Say(nameof(Texts.ScriptItemsAndMore), headlines, SpokenNumber.Of(others))
                : Say(nameof(Texts.ScriptItems), headlines),
            Say(
                nameof(Texts.ScriptHeard),
                string.Join(
                    "; ",
                    results.Heard.Select(heard => Say(
                        nameof(Texts.ScriptHeardAt), Say($"ChannelKind_{heard.Channel}"), SpokenNumber.Of(heard.Posts))))),
        ];
    }

    /// <summary>A language without its letters, which nobody hears.</summary>
    private static string Spoken(LanguageTag language) => Languages.NameOf(language, Vietnamese).Split(" (")[0];

    private static string MeetingsOf(CommuneTally told)
    {
        var (inPerson, online) = (told.Of(MeetingMode.InPerson), told.Of(MeetingMode.Online));
        return inPerson.Meetings + online.Meetings == 0
            ? Say(nameof(Texts.ScriptNoMeetings))
            : string.Join(
                ' ',
                ((string[])
                [
                    Held(nameof(Texts.ScriptMeetings), inPerson), Held(nameof(Texts.ScriptMeetingsOnline), online),
                ]).Where(sentence => sentence.Length > 0));
    }

    private static string Held(string key, MeetingFigures figures) =>
        figures.Meetings == 0 ? "" : Say(key, SpokenNumber.Of(figures.Meetings)) + Came(figures.Attendance);

    private static string Came(long? attendance) =>
        attendance is { } came ? Say(nameof(Texts.ScriptCame), SpokenNumber.Of(came)) : Say(nameof(Texts.ScriptNotCounted));

    private static string OpinionsOf(CommuneTally told) => (told.Opinions.ToldInPerson, told.Opinions.ToldOnline) switch
    {
        (null, null) => Say(nameof(Texts.ScriptNoOpinions)),
        ({ } inPerson, null) => Say(nameof(Texts.ScriptOpinionsInPerson), SpokenNumber.Of(inPerson)),
        (null, { } online) => Say(nameof(Texts.ScriptOpinionsOnline), SpokenNumber.Of(online)),
        ({ } inPerson, { } online) =>
            Say(nameof(Texts.ScriptOpinionsBoth), SpokenNumber.Of(inPerson), SpokenNumber.Of(online)),
    };

    private static string NextOf(CommuneResults results) => results.Coming == 0
        ? Say(nameof(Texts.ScriptAllCame))
        : Say(nameof(Texts.ScriptNext), SpokenNumber.Of(results.Coming));

    private static string Say(string key, params object[] values) =>
        TextFormat.FillIn(Vietnamese, Texts.ResourceManager.GetString(key, Vietnamese) ?? key, values);
}
