using System.Collections.Frozen;
using System.Collections.Immutable;
using Dissemination.Problems;

namespace Dissemination.Reach.Meetings;

/// <summary>The columns of a sheet of meetings and the words in its cells, in Vietnamese and in English, as people write them.</summary>
internal static class SheetColumns
{
    /// <summary>All columns, in the order of the template.</summary>
    public static readonly ImmutableArray<string> All =
    [
        ToldField.Commune, ToldField.Kind, ToldField.Day, ToldField.Time, ToldField.Place, ToldField.Mode, ToldField.Languages,
        ToldField.Attendance, ToldField.OpinionsInPerson, ToldField.OpinionsOnline, ToldField.Topic, ToldField.Items,
    ];

    /// <summary>Columns that people keep for themselves; what stands there is not read.</summary>
    private static readonly ImmutableArray<string> Unread = ["stt", "tt", "no", "no.", "#", "ghi chú", "note", "notes"];

    public static readonly FrozenDictionary<string, string> Kinds = Words(
        ("conference", "conference"), ("hội nghị", "conference"), ("hội nghị, học tập", "conference"), ("học tập", "conference"),
        ("cell-meeting", "cell-meeting"), ("cell meeting", "cell-meeting"), ("sinh hoạt chi bộ", "cell-meeting"),
        ("chi bộ", "cell-meeting"),
        ("họp chi bộ", "cell-meeting"), ("party-cell meeting", "cell-meeting"),
        ("village-meeting", "village-meeting"), ("village meeting", "village-meeting"), ("họp bản", "village-meeting"),
        ("họp bản, tổ dân phố", "village-meeting"), ("họp tổ dân phố", "village-meeting"), ("họp dân", "village-meeting"),
        ("other", "other"), ("khác", "other"), ("other meeting", "other"), ("cuộc họp khác", "other"),
        ("opinions", Told.OpinionsWord), ("ý kiến", Told.OpinionsWord), ("góp ý", Told.OpinionsWord), ("ý kiến góp ý", Told.OpinionsWord));

    public static readonly FrozenDictionary<string, string> Modes = Words(
        ("in-person", "in-person"), ("in person", "in-person"), ("trực tiếp", "in-person"), ("tập trung", "in-person"),
        ("online", "online"), ("trực tuyến", "online"));

    /// <summary>What a file may hold. The words of the template in both languages are among its heads.</summary>
    public static CsvColumns Columns { get; } =
        new([ToldField.Kind, ToldField.Day], [.. All.Where(field => field is not (ToldField.Kind or ToldField.Day))], Other)
        {
            Otherwise = Heads(),
        };

    private static ImmutableDictionary<string, string> Heads() => Words(
        ("xã, phường", ToldField.Commune), ("xã", ToldField.Commune), ("xã/phường", ToldField.Commune), ("đơn vị", ToldField.Commune),
        ("loại", ToldField.Kind), ("loại hình", ToldField.Kind), ("nội dung", ToldField.Kind), ("type", ToldField.Kind),
        ("ngày", ToldField.Day), ("ngày tháng", ToldField.Day), ("date", ToldField.Day),
        ("giờ", ToldField.Time), ("thời gian", ToldField.Time),
        ("nơi họp", ToldField.Place), ("địa điểm", ToldField.Place), ("nơi", ToldField.Place), ("where", ToldField.Place),
        ("hình thức", ToldField.Mode), ("held", ToldField.Mode), ("in person or online", ToldField.Mode),
        ("ngôn ngữ", ToldField.Languages), ("tiếng", ToldField.Languages), ("language", ToldField.Languages),
        ("số người dự", ToldField.Attendance), ("người dự", ToldField.Attendance), ("số người", ToldField.Attendance),
        ("ý kiến trực tiếp", ToldField.OpinionsInPerson), ("opinions in person", ToldField.OpinionsInPerson),
        ("ý kiến trực tuyến", ToldField.OpinionsOnline), ("opinions online", ToldField.OpinionsOnline),
        ("chủ đề", ToldField.Topic), ("mã chủ đề", ToldField.Topic), ("topic code", ToldField.Topic),
        ("tin bài", ToldField.Items), ("mã tin bài", ToldField.Items), ("item codes", ToldField.Items))
        .ToImmutableDictionary(StringComparer.OrdinalIgnoreCase);

    private static Problem? Other(string name, Place place) =>
        Unread.Contains(name.Trim(), StringComparer.OrdinalIgnoreCase)
            ? null
            : new(nameof(ProblemTexts.ColumnUnknown), place, name, string.Join(", ", All.Select(ToldLabels.FieldOf)));

    private static FrozenDictionary<string, string> Words(params (string Written, string Meant)[] words) =>
        words.ToFrozenDictionary(word => word.Written, word => word.Meant, StringComparer.OrdinalIgnoreCase);
}
