using System.Collections.Immutable;
using System.Globalization;
using Dissemination.Content;
using Dissemination.Directory;
using Dissemination.Problems;
using Dissemination.Reach.Meetings;
using Dissemination.Storage;
using Dissemination.Web.Pages.Frame;

namespace Dissemination.Web.Pages.Communes;

/// <summary>The form in which a person tells of a meeting or of opinions, as it was sent or as it is to be shown.</summary>
internal sealed record ToldForm
{
    public const string DayFormat = "yyyy-MM-dd";

    public bool IsOpinions { get; init; }

    public string? Commune { get; init; }

    public string? Day { get; init; }

    public string? Time { get; init; }

    public string? Kind { get; init; }

    public string? Place { get; init; }

    public string? Mode { get; init; }

    public string? Attendance { get; init; }

    public string? InPerson { get; init; }

    public string? Online { get; init; }

    public string? Topic { get; init; }

    public string? Reason { get; init; }

    public bool IsAnother { get; init; }

    public ImmutableArray<string> Languages { get; init; } = [LanguageTag.Vietnamese.Value];

    public ImmutableArray<string> Items { get; init; } = [];

    public static async ValueTask<ToldForm> BindAsync(HttpContext context)
    {
        var form = await OwnForm.ReadAsync(context);
        return new()
        {
            IsOpinions = form["what"] == Told.OpinionsWord,
            Commune = form[ToldField.Commune],
            Day = form[ToldField.Day],
            Time = form[ToldField.Time],
            Kind = form[ToldField.Kind],
            Place = string.IsNullOrWhiteSpace(form[ToldField.Place]) ? form["recent"].ToString() : form[ToldField.Place].ToString(),
            Mode = form[ToldField.Mode],
            Attendance = form[ToldField.Attendance],
            InPerson = form[ToldField.OpinionsInPerson],
            Online = form[ToldField.OpinionsOnline],
            Topic = form[ToldField.Topic],
            Reason = form["reason"],
            IsAnother = form["another"] == "yes",
            Languages = [.. form[ToldField.Languages].OfType<string>()],
            Items = [.. form[ToldField.Items].OfType<string>()],
        };
    }

    public static ToldForm Of(Told told) => new()
    {
        IsOpinions = told.Opinions is not null,
        Commune = told.Commune.Value,
        Day = told.Day.ToString(DayFormat, CultureInfo.InvariantCulture),
        Time = told.Meeting?.Time?.ToString("HH:mm", CultureInfo.InvariantCulture),
        Kind = told.Meeting is { } meeting ? EnumNames.Of(meeting.Kind) : null,
        Place = told.Meeting?.Place,
        Mode = told.Meeting is { } held ? EnumNames.Of(held.Mode) : null,
        Attendance = Text(told.Meeting?.Attendance),
        InPerson = Text(told.Opinions?.InPerson),
        Online = Text(told.Opinions?.Online),
        Topic = told.Opinions?.Topic,
        Languages = [.. (told.Meeting?.Languages ?? []).Select(tag => tag.Value)],
        Items = [.. told.Items.Select(item => item.Value)],
    };

    /// <summary>What is meant, or all that cannot be understood, each with the name of its field.</summary>
    public Parsed<ToldInput> Read(Person by)
    {
        List<Problem> problems = [];
        var commune = IStringId<CommuneId>.Find(Commune) ?? by.Commune;
        if (commune is null)
        {
            problems.Add(new(nameof(ProblemTexts.MeetingCommuneMissing), PlaceOf(ToldField.Commune)));
        }

        if (!LocalTime.TryParseDate(Day ?? "", out var day))
        {
            problems.Add(new(nameof(ProblemTexts.NotADate), PlaceOf(ToldField.Day), Day ?? ""));
        }

        var told = new Told
        {
            Commune = commune ?? default,
            Day = day,
            Meeting = IsOpinions ? null : MeetingOf(problems),
            Opinions = IsOpinions
                ? new(
                    Count(InPerson, ToldField.OpinionsInPerson, problems),
                    Count(Online, ToldField.OpinionsOnline, problems),
                    string.IsNullOrEmpty(Topic) ? null : Topic)
                : null,
            Items = [.. Items.Select(IStringId<ItemId>.Find).OfType<ItemId>().Distinct()],
        };
        return problems.Count > 0
            ? Parsed<ToldInput>.Bad(problems)
            : Parsed<ToldInput>.Of(new(told, PlaceOf) { IsAnother = IsAnother, Reason = Reason ?? "" });
    }

    private Meeting? MeetingOf(List<Problem> problems)
    {
        TimeOnly? time = null;
        if (!string.IsNullOrWhiteSpace(Time))
        {
            if (TimeOnly.TryParse(Time, CultureInfo.InvariantCulture, out var read))
            {
                time = read;
            }
            else
            {
                problems.Add(new(nameof(ProblemTexts.MeetingTimeUnreadable), PlaceOf(ToldField.Time), Time));
            }
        }

        if (EnumNames.Find<MeetingKind>(Kind ?? "") is not { } kind)
        {
            problems.Add(new(nameof(ProblemTexts.MeetingKindMissing), PlaceOf(ToldField.Kind)));
            return null;
        }

        ImmutableArray<LanguageTag> languages = [.. Languages.Select(IStringId<LanguageTag>.Find).OfType<LanguageTag>().Distinct()];
        return new(
            kind,
            time,
            ComposedText.Of(Invisible.Trim(Place ?? "")),
            EnumNames.Find<MeetingMode>(Mode ?? "") ?? MeetingMode.InPerson,
            Count(Attendance, ToldField.Attendance, problems),
            languages.IsEmpty ? [LanguageTag.Vietnamese] : languages);
    }

    private static int? Count(string? typed, string field, List<Problem> problems)
    {
        if (string.IsNullOrWhiteSpace(typed))
        {
            return null;
        }

        if (ToldCount.TryParse(typed, out var count))
        {
            return count;
        }

        problems.Add(new(nameof(ProblemTexts.AttendanceNotANumber), PlaceOf(field), typed));
        return null;
    }

    public static Place PlaceOf(string field) => new(ToldLabels.FieldOf(field));

    private static string? Text(int? number) => number?.ToString(CultureInfo.InvariantCulture);
}
