using System.Collections.Frozen;
using System.Collections.Immutable;
using Dissemination.Content;
using Dissemination.Directory;
using Dissemination.Problems;

namespace Dissemination.Intake;

/// <summary>Slogans and quotes: a CSV file, a row an item. One bad row rejects the file, so that it is never half there.</summary>
internal static class ItemSheetReader
{
    private static readonly ImmutableArray<string> Required = ["id", "kind", "text", "issuer"];

    private static readonly ImmutableArray<string> Optional =
    [
        "speaker",
        "resolution",
        "topics",
        "communes",
        "publishAt",
        "expiresAt",
        "picture",
        "pictureAlt",
        "pictureCaption",
        "pictureWords",
        "overflow",
        "untranslated",
        "airing",
        "sample",
        "approvalBy", "approvalDocument", "approvalDate",
    ];

    private static readonly ImmutableArray<string> OptionalAndLanguages =
        [.. Optional, .. Languages.All.Select(language => language.Tag).Where(tag => !tag.IsVietnamese).Select(tag => tag.Value)];

    private static readonly FrozenDictionary<string, ItemKind> Kinds = new Dictionary<string, ItemKind>(StringComparer.Ordinal)
    {
        ["slogan"] = ItemKind.Slogan,
        ["quote"] = ItemKind.Quote,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static Parsed<ReadItems> Read(string file, ReadOnlySpan<byte> bytes, KnownReferences known)
    {
        var problems = new List<Problem>();
        var (items, warnings) = (ImmutableArray.CreateBuilder<ReadItem>(), ImmutableArray.CreateBuilder<Problem>());
        var ids = new HashSet<string>(StringComparer.Ordinal);
        var columns = new CsvColumns(Required, OptionalAndLanguages, OtherColumn);
        var rows = CsvFile.Read(file, bytes, columns, problems).Take(Limits.SheetRows + 1).ToList();
        if (rows.Count > Limits.SheetRows)
        {
            problems.Add(new(nameof(ProblemTexts.TooManyRows), new(file), "2000"));
            return Parsed<ReadItems>.Bad(problems);
        }

        foreach (var group in rows)
        {
            var row = new FieldReader(group, problems);
            var item = Row(row, group, file, known, problems);
            if (!ids.Add(item.Content.Id.Value) && item.Content.Id.Value.Length > 0)
            {
                row.Report(nameof(ProblemTexts.IdTwice), row.PlaceOf("id"), item.Content.Id.Value);
            }

            items.Add(item);
            WrittenText[] written =
            [
                .. WrittenText.Of(item.Content, row.PlaceOf),
                .. PictureFields.Written(item.Content.Pictures, row),
                new(item.Content.Text.Body, row.PlaceOf("text"), IsRow: true),
            ];
            problems.AddRange(OriginalCheck.Unreadable(written));
            if (problems.Count == 0)
            {
                warnings.AddRange(OriginalCheck.Strays(written));
                warnings.AddRange(Warnings(item, row, known));
            }
        }

        return problems.Count > 0
            ? Parsed<ReadItems>.Bad(problems)
            : Parsed<ReadItems>.Of(new(items.ToImmutable()) { Warnings = warnings.ToImmutable() });
    }

    private static IEnumerable<Problem> Warnings(ReadItem item, FieldReader row, KnownReferences known) =>
    [
        .. OriginalCheck.OfOtherLanguage(item.Content.Text, row.PlaceOf("text")),
        .. MarkdownCheck.Warnings(item.Content.Text.Body, row.PlaceOf("text"), isRow: true),
        .. item.Translations.SelectMany(
            translation => MarkdownCheck.Warnings(translation.Text.Body, row.PlaceOf(translation.Language.Value), isRow: true)),
        .. ItemFields.Late(item.Content, row.PlaceOf("expiresAt"), row.PlaceOf("approvalDate"), known.Now),
    ];

    private static ReadItem Row(FieldReader row, GroupField group, string file, KnownReferences known, List<Problem> problems)
    {
        var id = DirectoryReader.Id(row, "id") ?? "";
        var kind = row.Choice("kind", Kinds) ?? ItemKind.Slogan;
        var body = row.Required("text");
        var hasApproval = row.Text("approvalBy") is not null || row.Text("approvalDocument") is not null
            || row.Text("approvalDate") is not null;
        var claim = hasApproval ? ItemFields.Claim(row, "approvalBy", "approvalDocument", "approvalDate", known) : null;
        var content = ItemFields.Read(row, new(id), kind, new(null, null, body), known)
            .With(PictureFields.Read(row, file, isNeeded: false, [])) with
        {
            Claim = claim,
            Speaker = ItemFields.Line(row, "speaker", kind is ItemKind.Quote ? row.Required("speaker") : row.Text("speaker")),
        };
        ImmutableArray<ReadTranslation> translations =
        [
            .. group.Members.Where(member => Languages.Find(new(member.Key)) is not null && row.Text(member.Key) is not null)
                .Select(member => new ReadTranslation(new(id), new(member.Key), new(null, null, row.Text(member.Key)!), content.Sample)),
        ];
        CheckTexts(row, body, translations, problems);
        return new(content, group.Place, PictureFields.PlaceOf(row), translations);
    }

    private static void CheckTexts(FieldReader row, string body, ImmutableArray<ReadTranslation> translations, List<Problem> problems)
    {
        if (body.Length > 0)
        {
            problems.AddRange(MarkdownCheck.Check(body, row.PlaceOf("text"), isRow: true));
        }

        problems.AddRange(
            translations.SelectMany(
                translation => MarkdownCheck.Check(translation.Text.Body, row.PlaceOf(translation.Language.Value), isRow: true)));
        if (body.Length + translations.Sum(translation => translation.Text.Body.Length) > Limits.TextCharacters)
        {
            row.Report(nameof(ProblemTexts.TextTooLong), row.PlaceOf("text"), "100000");
        }
    }

    /// <summary>A column that is none of ours is a translation, if its name is a language.</summary>
    private static Problem? OtherColumn(string name, Place place) =>
        Languages.Find(new(name)) is not null || Languages.IsRefused(name)
            ? SuppliedTranslationReader.CheckLanguage(name, place).FirstOrDefault()
            : new(nameof(ProblemTexts.ColumnUnknown), place, name, string.Join(", ", [.. Required, .. Optional]));
}
