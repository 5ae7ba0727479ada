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

    /// <param name="headlines">What the items are called that the lines are about.</param>
    internal RecordModel(
        PageFrame frame,
        (RecordForm Form, RecordQuery Query) asked,
        Page<RecordLine> page,
        DirectorySnapshot directory,
        IReadOnlyDictionary<ItemId, string> headlines)
        : base(frame)
    {
        (Form, Query, Page, _directory) = (asked.Form, asked.Query, page, directory);
        Words = new(directory, headlines);
    }

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

    internal RecordWords Words { get; }

    /// <summary>The one item whose lines are looked for; null where any are.</summary>
    internal ItemId? Only => IStringId<ItemId>.Find(Form.Subject);

    /// <summary>The same, of one item only; null for any.</summary>
    internal string AddressOf(ItemId? item) => (Form with { Subject = item?.Value }).On(Address);

    internal static string DayOf(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
