using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Dissemination.Content;
using Dissemination.Directory;
using Dissemination.Intake.Documents;
using Dissemination.Translation.Segments;

namespace Dissemination.Intake.Drafts;

/// <summary>Rows of a sheet as the file that intake takes: a pure function.</summary>
/// <param name="Lines">The row that begins on each line of the file.</param>
internal sealed record DraftSheetFile(string Path, string Text, ImmutableDictionary<int, int> Lines)
{
    private static readonly string[] Needed = ["id", "kind", "text", "issuer", "resolution"];

    public ReadOnlyMemory<byte> Bytes => Encoding.UTF8.GetBytes(Text);

    /// <param name="rows">Which of its rows, by their numbers.</param>
    public static DraftSheetFile Of(Draft draft, IEnumerable<int> rows, KnownReferences known)
    {
        var sheet = draft.Sheet!;
        var columns = sheet.Columns.Index().Where(column => column.Item.Field.Length > 0).ToList();
        string[] added = [.. Needed.Where(field => sheet.IndexOf(field) < 0)];
        var text = new StringBuilder(CsvText.Write([.. columns.Select(column => column.Item.Field), .. added]));
        var lines = ImmutableDictionary.CreateBuilder<int, int>();
        var line = 2;
        foreach (var number in rows)
        {
            lines.Add(line, number);
            string[] cells =
            [
                .. columns.Select(column => Cell(sheet, number, column.Item.Field, sheet.Rows[number][column.Index], known)),
                .. added.Select(field => Cell(sheet, number, field, "", known)),
            ];
            var written = CsvText.Write(cells);
            text.Append(written);
            line += written.Count('\n');
        }

        var name = IdProposal.Of(System.IO.Path.GetFileNameWithoutExtension(draft.File)) is { Length: > 0 } stem ? stem : "bang";
        return new(
            sheet.Of.Length > 0
                ? sheet.Of
                : string.Create(CultureInfo.InvariantCulture, $"items/{name}-{draft.Id.Value[^6..]}-{sheet.Taken + 1}.csv"),
            text.ToString(),
            lines.ToImmutable());
    }

    /// <summary>What a person wrote in the words of intake; what has none stays, and intake says so.</summary>
    private static string Cell(DraftSheet sheet, int row, string field, string value, KnownReferences known) => field switch
    {
        "kind" => KindOf(sheet, row, ChoiceOf(field, value)),
        "issuer" => value.Length > 0 ? value : sheet.Issuer,
        "resolution" => value.Length > 0 ? value : sheet.Resolution,
        "communes" => CommunesOf(Names(value), known),
        "topics" => TopicsOf(value, known.Resolutions.GetValueOrDefault(sheet.Resolution)),
        _ => ChoiceOf(field, value),
    };

    /// <summary>Of a column in which one of a few words stands, the word of intake that was meant; what has none stays.</summary>
    public static string ChoiceOf(string field, string value) => (field, value.ToLowerInvariant()) switch
    {
        ("kind", "khẩu hiệu" or "slogan") => "slogan",
        ("kind", "trích dẫn" or "trích lời" or "quote") => "quote",
        ("airing", "thường" or "thông thường" or "bình thường") => "ordinary",
        ("airing", "ưu tiên") => "priority",
        ("airing", "khẩn" or "khẩn cấp") => "urgent",
        _ => value,
    };

    /// <summary>Whose words are named is a quote.</summary>
    private static string KindOf(DraftSheet sheet, int row, string value) =>
        value.Length > 0 ? value
        : sheet.IndexOf("speaker") is >= 0 and var speaker && sheet.Rows[row][speaker].Length > 0 ? "quote"
        : "slogan";

    private static string[] Names(string value)
    {
        var separators = value.Contains(';', StringComparison.Ordinal) || value.Contains('\n', StringComparison.Ordinal) ? ";\n" : ";,\n";
        return value.Split(separators.ToCharArray(), StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
    }

    private static string Joined(IEnumerable<string> names) => string.Join(';', names.Distinct(StringComparer.Ordinal));

    /// <summary>
    /// None is the whole province. Where that is written beside names it stays with them, and intake asks: either of the two may be what
    /// was meant.
    /// </summary>
    private static string CommunesOf(string[] names, KnownReferences known) =>
        Array.TrueForAll(names, IsEverywhere) ? "" : Joined(names.Select(name => CommuneOf(name, known)));

    private static bool IsEverywhere(string name) => name.ToLowerInvariant() is "tất cả" or "toàn tỉnh" or "all";

    internal static string CommuneOf(string name, KnownReferences known)
    {
        // Of two with one name it is the one whose kind was written; else intake asks.
        var bare = Bare(name);
        var named = known.Directory.Current.Where(commune => Same(commune.Name, bare)).ToList();
        var isWard = name.StartsWith("phường ", StringComparison.OrdinalIgnoreCase)
            || name.StartsWith("ward ", StringComparison.OrdinalIgnoreCase);
        return named is [var only] ? only.Id.Value
            : bare != name && named.Where(commune => commune.Kind is CommuneKind.Ward == isWard).ToList() is [var one] ? one.Id.Value
            : name;
    }

    private static string Bare(string name)
    {
        foreach (var kind in (string[])["xã ", "phường ", "commune ", "ward "])
        {
            if (name.StartsWith(kind, StringComparison.OrdinalIgnoreCase))
            {
                return name[kind.Length..].Trim();
            }
        }

        return name;
    }

    /// <summary>One topic may have commas in its name, so it is looked for as a whole first.</summary>
    private static string TopicsOf(string value, Resolution? resolution) =>
        TopicOf(value, resolution) is var whole && whole != value
            ? whole
            : Joined(Names(value).Select(name => TopicOf(name, resolution)));

    internal static string TopicOf(string name, Resolution? resolution) =>
        resolution?.Topics.FirstOrDefault(topic => Same(topic.Text, name))?.Code ?? name;

    private static bool Same(string one, string other) =>
        TonePlacement.Unified(one).Equals(TonePlacement.Unified(other), StringComparison.OrdinalIgnoreCase);
}
