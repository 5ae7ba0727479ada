using System.Globalization;
using Dissemination.Alerts;
using Dissemination.Content;
using Dissemination.Directory;
using Dissemination.Directory.Changes;
using Dissemination.Intake;
using Dissemination.Problems;
using Dissemination.Storage;
using Dissemination.Translation.Checks;
using Dissemination.Web.Pages.Frame;
using Dissemination.Web.Pages.Places;
using Dissemination.Web.SignIn;

namespace Dissemination.Web.Pages.Staff;

/// <summary>
/// Lines of the record in the reader's words: items, people, communes and places by what they are called. Their ids stay in the record
/// itself and in what is taken along of it.
/// </summary>
/// <param name="headlines">What the items are called that the lines are about.</param>
internal sealed class RecordWords(DirectorySnapshot directory, IReadOnlyDictionary<ItemId, string> headlines)
{
    /// <summary>What the subject of a file that was handed in begins with.</summary>
    private const string HandInSubject = "handin";

    /// <summary>So many of those that one act was about are named; what is taken along holds all that the record does.</summary>
    private const int MostNamed = 10;

    /// <summary>The item that a line is about; null where it is about something else.</summary>
    public static ItemId? ItemOf(HistoryEntry entry) =>
        Labels.Find("RecordSubject", entry.Subject) is null ? IStringId<ItemId>.Find(entry.Subject) : null;

    public string NameOf(string who) => PageLabels.OfWho(who, directory);

    /// <summary>An item by its title; by its id where it is not there any more.</summary>
    public string NameOf(ItemId item) => headlines.GetValueOrDefault(item, item.Value);

    /// <summary>What a line is about, and the page of it; null where there is none.</summary>
    public (string Name, string? Address) SubjectOf(HistoryEntry entry)
    {
        if (Labels.Find("RecordSubject", entry.Subject) is { } label)
        {
            return (label, null);
        }

        if (ItemOf(entry) is { } item)
        {
            return (NameOf(item), $"/items/{item}");
        }

        if (RowRecord.RowOf(entry.Subject) is { } row)
        {
            return (DirectoryCsv.Find(directory, row.Table, row.Id)?.Name ?? row.Id, DirectoryAddress.Of(row.Table, row.Id));
        }

        if (entry.Subject.Split('_', 2) is [var kind, var id] && Labels.Find("RecordSubject", kind) is { } among)
        {
            return (among, kind is HandInSubject ? $"/hand-in/{id}" : $"/{kind}/{id}");
        }

        return (entry.Subject.Replace('_', ' '), null);
    }

    /// <summary>What else is told: the revision, the language, whose variant it was, and what belongs to the act.</summary>
    public string DetailsOf(HistoryEntry entry) => string.Join(
        ' ',
        new[]
        {
            entry.Revision is { } revision ? $"{Texts.Revision} {revision.ToString(CultureInfo.InvariantCulture)}" : "",
            entry.Language is { } language ? PageLabels.Of(new LanguageTag(language)) : "",
            IStringId<CommuneId>.Find(entry.Commune) is { } commune && directory.Find(commune) is { } known
                ? $"({PageLabels.OfVariant(known)})"
                : "",
            DetailOf(entry),
        }.Where(part => part.Length > 0));

    /// <summary>What belongs to the act; empty where there is nothing.</summary>
    public string DetailOf(HistoryEntry entry) => (entry.What, entry.Detail) switch
    {
        (_, null) => "",
        ("revision-accepted" or "glossary-replaced" or "spelling-replaced" or "memory-taken", { } file) => PictureFields.FileName(file),
        ("hand-in-refused", { } file) => PictureFields.FileName(file.Split(": ")[0]),
        ("directory-refused", { } file) => file.Contains('.', StringComparison.Ordinal) ? PictureFields.FileName(file) : "",
        ("sessions-ended" or "directory-declined", { } person) => NameOf(person),
        ("commune-reminded" or "offer-taken", { } id) => CommuneOf(id),
        ("translation-assigned", { } whom) => whom.Split(' ', 2) is [var id, var person]
            ? $"{CommuneOf(id)}, {NameOf(person)}"
            : CommuneOf(whom),
        ("warning-dismissed", { } dismissed) when dismissed.Split(": ", 2) is [var finding, var reason] =>
            $"{Finding.TextOf(finding, CultureInfo.CurrentUICulture)} – {reason}",
        ("refused", { } request) => Some(request, one => one),
        ("offer-decided", { } chosen) when chosen.Split(": ", 2) is [var id, var number] => $"{CommuneOf(id)}: {number}",
        ("alert-retried" or "alert-dismissed", { } alert) when alert.Split(": ", 2) is [var kind, var subject] =>
            AlertOf(new(kind, subject, entry.At, new(nameof(ProblemTexts.AlertNotFound)), Retry: null)),
        (var what, { } places) when IsAtPlaces(what) => Some(places, PlaceOf),
        (var what, { } detail) => what.StartsWith("directory-row-", StringComparison.Ordinal) ? RowOf(entry) : detail,
    };

    private static bool IsAtPlaces(string what) =>
        what is "attendance-told" or "destination-reopened"
        || what.StartsWith("delivery-", StringComparison.Ordinal) || what.StartsWith("hand-task-", StringComparison.Ordinal);

    /// <summary>The first of a list, and how many more there are.</summary>
    private static string Some(string list, Func<string, string> nameOf)
    {
        var all = list.Split(", ");
        var named = string.Join(", ", all.Take(MostNamed).Select(nameOf));
        var counted = RefusedOfMany.MoreIn(all[^1]);
        var more = all.Length - MostNamed + (counted > 0 ? counted - 1 : 0);
        return more > 0 ? $"{named} (+{LocalTime.Number(more)})" : named;
    }

    /// <summary>A place, with what is said of it behind a colon.</summary>
    private string PlaceOf(string text)
    {
        var parts = text.Split(": ", 2);
        var place = parts[0].Split('.') is [var commune, var name, ..] && IStringId<DestinationId>.Find($"{commune}.{name}") is { } id
            ? directory.NameOf(id)
            : parts[0];
        return parts is [_, var said] ? $"{place}: {said}" : place;
    }

    private string CommuneOf(string id) =>
        IStringId<CommuneId>.Find(id) is { } commune && directory.Find(commune) is { } known ? PageLabels.Of(known) : id;

    private string AlertOf(Alert alert)
    {
        var (kind, subject) = (AlertLabels.KindOf(alert.Kind), AlertLabels.SubjectOf(alert, directory, headlines));
        return kind == subject ? kind : $"{kind}: {subject}";
    }

    private string RowOf(HistoryEntry entry)
    {
        var table = RowRecord.RowOf(entry.Subject)?.Table ?? DirectoryTable.Communes;
        return string.Join("; ", RowRecord.FieldsOf(entry).Select(change =>
            $"{DirectoryWords.ColumnOf(change.Field)}: {Of(change, change.From)} → {Of(change, change.To)}"));

        string Of(FieldChange change, string? value) => DirectoryWords.ValueOf(table, change, value, directory);
    }
}
