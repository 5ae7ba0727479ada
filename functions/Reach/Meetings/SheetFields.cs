using System.Collections.Immutable;
using System.Globalization;
using Dissemination.Content;
using Dissemination.Directory;
using Dissemination.Problems;
using Dissemination.Storage;

namespace Dissemination.Reach.Meetings;

/// <summary>The cells of one row, as people write them. What cannot be understood without doubt is reported, and never guessed.</summary>
internal sealed class SheetFields(FieldReader row, SheetReading reading)
{
    private static readonly string[] Times = ["H:mm", "H:mm:ss", "H'h'mm", "H'h'", "H'g'mm"];

    private static readonly string[] Prefixes = ["xã ", "phường ", "thị trấn ", "commune ", "ward "];

    public Place PlaceOf(string field) => row.PlaceOf(field);

    /// <summary>By id or by name; the own one where a communicator's sheet names none.</summary>
    public Commune? Commune()
    {
        if (row.Text(ToldField.Commune) is not { } written)
        {
            if (reading.Reader.Commune is { } own && reading.Directory.Find(own) is { } found)
            {
                return found;
            }

            row.Report(nameof(ProblemTexts.RequiredKeyMissing), PlaceOf(ToldField.Commune), ToldField.Commune);
            return null;
        }

        var name = MeetingDecisions.Bare(written);
        var bare = Prefixes.FirstOrDefault(prefix => name.StartsWith(prefix, StringComparison.Ordinal)) is { } prefix
            ? name[prefix.Length..]
            : name;
        var named = reading.Directory.Communes
            .Where(commune => commune.Id.Value == bare || MeetingDecisions.Bare(commune.Name) == bare)
            .ToList();
        if (named is [var one])
        {
            return one;
        }

        row.Report(
            named.Count == 0 ? nameof(ProblemTexts.UnknownCommune) : nameof(ProblemTexts.CommuneAmbiguous),
            PlaceOf(ToldField.Commune),
            written,
            string.Join(", ", named.Select(commune => commune.Id)));
        return null;
    }

    /// <summary>A kind of meeting, or <see cref="Told.OpinionsWord"/>.</summary>
    public string? Kind() => Word(ToldField.Kind, row.Required(ToldField.Kind), SheetColumns.Kinds);

    /// <summary>In person where nothing is said.</summary>
    private MeetingMode Mode() =>
        row.Text(ToldField.Mode) is { } written && Word(ToldField.Mode, written, SheetColumns.Modes) is { } word
            ? EnumNames.Find<MeetingMode>(word)!.Value
            : MeetingMode.InPerson;

    /// <summary>The day, and the time where one is told beside it or in a cell of its own.</summary>
    public (DateOnly Day, TimeOnly? Time)? When()
    {
        var (written, time) = (row.Required(ToldField.Day), Time());
        if (LocalTime.TryParseDate(written, out var day))
        {
            return (day, time);
        }

        if (LocalTime.TryParse(written, wholeDay: false, out var at))
        {
            var local = TimeZoneInfo.ConvertTime(at, LocalTime.Zone).DateTime;
            return (DateOnly.FromDateTime(local), time ?? TimeOnly.FromDateTime(local));
        }

        if (written.Length > 0)
        {
            row.Report(nameof(ProblemTexts.NotADate), PlaceOf(ToldField.Day), written);
        }

        return null;
    }

    /// <param name="commune">Whose languages are meant; null where that cannot be told.</param>
    public Meeting Meeting(MeetingKind kind, TimeOnly? time, Commune? commune) =>
        new(kind, time, Place(), Mode(), Count(ToldField.Attendance), Languages(commune));

    public OpinionCount Opinions() => new(Count(ToldField.OpinionsInPerson), Count(ToldField.OpinionsOnline), Topic());

    private string Place() => Invisible.Trim(row.Text(ToldField.Place) ?? "");

    private string? Topic() => row.Text(ToldField.Topic);

    /// <summary>A number of people or opinions; null where nothing stands there. Thousands may have their point: <c>1.240</c>.</summary>
    private int? Count(string field)
    {
        if (row.Text(field) is not { } written)
        {
            return null;
        }

        if (ToldCount.TryParse(written, out var count))
        {
            return count;
        }

        row.Report(nameof(ProblemTexts.AttendanceNotANumber), PlaceOf(field), written);
        return null;
    }

    /// <summary>In which it was held; Vietnamese where nothing is said.</summary>
    private ImmutableArray<LanguageTag> Languages(Commune? commune)
    {
        var read = ImmutableArray.CreateBuilder<LanguageTag>();
        foreach (var name in (row.Text(ToldField.Languages) ?? LanguageTag.Vietnamese.Value)
            .Split([';', ',', '+', '/'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (SpokenLanguages.Find(name, commune) is { } tag)
            {
                read.Add(tag);
            }
            else
            {
                row.Report(
                    nameof(ProblemTexts.LanguageUnknown),
                    PlaceOf(ToldField.Languages),
                    name,
                    string.Join(", ", SpokenLanguages.Names));
            }
        }

        return [.. read.Distinct()];
    }

    public ImmutableArray<ItemId> Items()
    {
        var read = ImmutableArray.CreateBuilder<ItemId>();
        foreach (var value in row.List(ToldField.Items))
        {
            if (IStringId<ItemId>.Find(value.Value) is { } id)
            {
                read.Add(id);
            }
            else
            {
                row.Report(nameof(ProblemTexts.UnknownItem), value.Place, value.Value);
            }
        }

        return [.. read.Distinct()];
    }

    /// <summary>A meeting's people and the opinions of a day stand in rows of their own, so that neither is taken for the other.</summary>
    public void ReportMixed(bool isOpinions)
    {
        string[] others = isOpinions ? [ToldField.Attendance] : [ToldField.OpinionsInPerson, ToldField.OpinionsOnline];
        foreach (var field in others.Where(field => row.Text(field) is not null))
        {
            row.Report(nameof(ProblemTexts.SheetRowMixed), PlaceOf(field));
        }
    }

    private TimeOnly? Time()
    {
        if (row.Text(ToldField.Time) is not { } written)
        {
            return null;
        }

        var plain = written.ToLowerInvariant().Replace(" ", "", StringComparison.Ordinal);
        if (TimeOnly.TryParseExact(plain, Times, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
        {
            return time;
        }

        row.Report(nameof(ProblemTexts.MeetingTimeUnreadable), PlaceOf(ToldField.Time), written);
        return null;
    }

    private string? Word(string field, string written, IReadOnlyDictionary<string, string> words)
    {
        if (words.TryGetValue(written.Trim(), out var meant))
        {
            return meant;
        }

        if (written.Length > 0)
        {
            var choices = string.Join(", ", words.Keys.Order(StringComparer.CurrentCulture));
            row.Report(nameof(ProblemTexts.NotAChoice), PlaceOf(field), written, choices);
        }

        return null;
    }
}
