using System.Globalization;
using Dissemination.Directory;
using Dissemination.Directory.Changes;
using Dissemination.Web.Pages.Frame;

namespace Dissemination.Web.Pages.Places;

/// <summary>A page of a table of the directory.</summary>
public sealed class DirectoryListModel : PageModel
{
    /// <summary>Rows of a page.</summary>
    internal const int PageSize = 20;

    internal DirectoryListModel(PageFrame frame, DirectoryTable table, DirectoryListQuery query, DirectorySnapshot directory)
        : base(frame) => (Table, Query, Directory) = (table, query, directory);

    internal DirectoryTable Table { get; }

    internal DirectoryListQuery Query { get; }

    internal DirectorySnapshot Directory { get; }

    internal IReadOnlyList<DirectoryListRow> Rows { get; init; } = [];

    /// <summary>How many there are of those that were asked for.</summary>
    internal int Found { get; init; }

    internal int All { get; init; }

    internal bool MayChange => Frame.Person?.Is(Role.Staff) == true;

    internal string? Next =>
        Query.From + PageSize < Found ? (Query.From + PageSize).ToString(CultureInfo.InvariantCulture) : null;

    /// <summary>What a filter offers: channels, or roles; none for communes.</summary>
    internal IEnumerable<(string Value, string Words)> Kinds => Table switch
    {
        DirectoryTable.Destinations => DirectoryFields.Channels,
        DirectoryTable.People => DirectoryFields.Roles,
        _ => [],
    };

    internal string AddWords => Table switch
    {
        DirectoryTable.Communes => Texts.DirectoryAddCommune,
        DirectoryTable.Destinations => Texts.DirectoryAddDestination,
        _ => Texts.DirectoryAddPerson,
    };
}
