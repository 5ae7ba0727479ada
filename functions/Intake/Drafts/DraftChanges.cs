using System.Collections.Immutable;
using Dissemination.Directory;

namespace Dissemination.Intake.Drafts;

/// <summary>The record of a draft: who changed which fields, when. Pure functions.</summary>
internal static class DraftChanges
{
    /// <summary>What is older is forgotten.</summary>
    private const int Most = 30;

    /// <summary>Who goes on within that time is still at the same change.</summary>
    private static readonly TimeSpan Sitting = TimeSpan.FromMinutes(30);

    /// <summary>The record with what a save changed; the same where it changed nothing.</summary>
    /// <param name="record">Newest first.</param>
    public static ImmutableArray<DraftChange> After(
        ImmutableArray<DraftChange> record, (DraftItem Before, DraftItem Now) item, PersonId by, DateTimeOffset at) =>
        With(record, [.. Changed(item.Before, item.Now)], by, at);

    /// <summary>The same of the rows of a sheet: its columns are its fields.</summary>
    public static ImmutableArray<DraftChange> After(
        ImmutableArray<DraftChange> record, (DraftSheet Before, DraftSheet Now) sheet, PersonId by, DateTimeOffset at) =>
        With(record, [.. Changed(sheet.Before, sheet.Now).Distinct(StringComparer.Ordinal)], by, at);

    private static ImmutableArray<DraftChange> With(
        ImmutableArray<DraftChange> record, ImmutableArray<string> changed, PersonId by, DateTimeOffset at) =>
        changed.IsEmpty ? record
        : record is [var last, ..] && last.By == by && at - last.Until < Sitting
            ? record.SetItem(0, last with { Until = at, Fields = [.. last.Fields.Union(changed, StringComparer.Ordinal)] })
        : [new(by, at, at, changed), .. record.Take(Most - 1)];

    /// <summary>Whether two forms say the same.</summary>
    public static bool AreSame(DraftItem one, DraftItem other) => !Changed(one, other).Any();

    private static IEnumerable<string> Changed(DraftItem before, DraftItem now) =>
        from field in Fields(before).Zip(Fields(now))
        where field.First.Value != field.Second.Value
        select field.First.Name;

    private static IEnumerable<string> Changed(DraftSheet before, DraftSheet now)
    {
        (string Field, bool IsChanged)[] all =
        [
            ("rows", before.Rows.Length != now.Rows.Length),
            ("columns", !before.Columns.SequenceEqual(now.Columns)),
            ("issuer", before.Issuer != now.Issuer),
            ("resolution", before.Resolution != now.Resolution),
            .. now.Columns.Index()
                .Where(column => column.Item.Field.Length > 0 && column.Index < before.Columns.Length)
                .Select(column => (column.Item.Field, IsChanged(before, now, column.Index))),
        ];
        return all.Where(one => one.IsChanged).Select(one => one.Field);
    }

    /// <summary>Where rows went, those that stay are other ones by number: then what stands nowhere before is new.</summary>
    private static bool IsChanged(DraftSheet before, DraftSheet now, int column) =>
        before.Rows.Length == now.Rows.Length
            ? before.Rows.Zip(now.Rows).Any(row => row.First[column] != row.Second[column])
            : now.Rows.Select(row => row[column]).Except(before.Rows.Select(row => row[column]), StringComparer.Ordinal).Any();

    private static IEnumerable<(string Name, string Value)> Fields(DraftItem item) =>
    [
        ("title", item.Title),
        ("summary", item.Summary),
        ("body", item.Body),
        ("pictures", string.Join('\n', item.Pictures.Select(picture => picture.ToString()))),
        ("issuer", item.Issuer),
        ("topics", $"{item.Resolution} {string.Join(' ', item.Topics)}"),
        ("communes", string.Join(' ', item.Communes)),
        ("times", $"{item.PublishAt}\n{item.ExpiresAt}"),
        ("approval", $"{item.ApprovalDocument}\n{item.ApprovalDate}\n{item.ApprovalBy}"),
        ("more", $"{item.Id}\n{item.Kind}\n{item.Overflow}\n{item.Sample}\n{item.Untranslated}\n{item.Airing}"),
    ];
}
