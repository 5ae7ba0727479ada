using ETag = Azure.ETag;
using Dissemination.Content;
using Dissemination.Deliveries;
using Dissemination.Directory;
using Dissemination.Reports;
using Dissemination.Storage;
using Dissemination.Translation;
using Dissemination.Web.Pages.Frame;

namespace Dissemination.Web.Pages.Staff;

/// <summary>An item with all that its page shows.</summary>
/// <param name="Report">Its figures as things stand now.</param>
/// <param name="History">The first lines of its record.</param>
internal sealed record ItemView(
    Row<Item> Row,
    ItemReport Report,
    IReadOnlyCollection<TranslatedVersion> Translations,
    Page<HistoryEntry> History,
    DirectorySnapshot Directory)
{
    /// <summary>All that it has, of all revisions.</summary>
    public IReadOnlyCollection<Delivery> Deliveries { get; init; } = [];

    public Item Item => Row.Value;

    public ItemContent Content => Report.Content;

    public ETag ETag => ItemVersion.Of(Item);

    /// <summary>A person by name, where the directory knows the id.</summary>
    public string NameOf(string id) => PageLabels.OfWho(id, Directory);
}
