using System.Collections.Immutable;
using Dissemination.Directory;
using Dissemination.Intake;
using Dissemination.Storage;
using Dissemination.Web.Pages.Frame;

namespace Dissemination.Web.Pages.Staff;

/// <summary>Handing in, and what was handed in.</summary>
public sealed class HandInListModel : PageModel
{
    private const int Unfolded = 5;

    internal HandInListModel(PageFrame frame, Page<HandIn> page, DirectorySnapshot directory)
        : base(frame) => (Page, Directory) = (page, directory);

    internal Page<HandIn> Page { get; }

    /// <summary>What somebody who handed in just now looks for.</summary>
    internal ImmutableArray<HandIn> Newest => [.. Page.Rows.Take(Unfolded).Select(row => row.Value)];

    /// <summary>The rest, which is folded.</summary>
    internal ImmutableArray<HandIn> Older => [.. Page.Rows.Skip(Unfolded).Select(row => row.Value)];

    internal int RejectedOfOlder => Older.Count(handIn => handIn.State is HandInState.Rejected);

    internal DirectorySnapshot Directory { get; }
}
