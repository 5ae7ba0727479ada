using System.Collections;
using System.Globalization;
using Dissemination.Content;
using Dissemination.Directory;
using Dissemination.Storage;
using Dissemination.Storage.Records;
using Dissemination.Web.Pages.Frame;

namespace Dissemination.Web.Pages.Staff;

/// <summary>A page of the record, and what it was looked for by.</summary>
public sealed class RecordModel : PageModel
{
    internal const string Address = "/record";

    private const string ActPrefix = "Record_";

    private readonly DirectorySnapshot _directory;

    internal RecordModel(
        PageFrame frame, (RecordForm Form, RecordQuery Query) asked, Page<RecordLine> page, DirectorySnapshot directory)
        : base(frame) => (Form, Query, Page, _directory) = (asked.Form, asked.Query, page, directory);

    internal RecordForm Form { get; }

    internal RecordQuery Query { get; }

    internal Page<RecordLine> Page { get; }

    internal IReadOnlyList<(string Name, IReadOnlyList<Person> People)> Groups => SignInModel.GroupsOf(_directory);

    /// <summary>Every act that the record knows a word for, by that word.</summary>
    internal static IEnumerable<(string Act, string Words)> Acts =>
        Texts.ResourceManager.GetResourceSet(CultureInfo.InvariantCulture, createIfNotExists: true, tryParents: true)!
            .Cast<DictionaryEntry>()
            .Select(entry => (string)entry.Key)
            .Where(key => key.StartsWith(ActPrefix, StringComparison.Ordinal))
            .Select(key => key[ActPrefix.Length..].Replace('_', '-'))
            .Select(act => (act, PageLabels.OfRecord(act)))
            .OrderBy(act => act.Item2, StringComparer.Create(CultureInfo.GetCultureInfo("vi"), ignoreCase: true));

    internal string NameOf(string who) => PageLabels.OfWho(who, _directory);

    /// <summary>The item that a line is about; null where it is about something else.</summary>
    internal static ItemId? ItemOf(HistoryEntry entry) =>
        Labels.Find("RecordSubject", entry.Subject) is null ? IStringId<ItemId>.Find(entry.Subject) : null;

    internal static string SubjectOf(HistoryEntry entry) =>
        Labels.Find("RecordSubject", entry.Subject) ?? entry.Subject.Replace('_', ' ');

    internal string CommuneOf(string id) =>
        CommuneId.TryParse(id, null, out var commune) && _directory.Find(commune) is { } known ? PageLabels.OfVariant(known) : id;

    internal static string DayOf(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
