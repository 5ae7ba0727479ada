using Dissemination.Directory;
using Dissemination.Directory.Changes;
using Dissemination.Web.Pages.Frame;

namespace Dissemination.Web.Pages.Places;

/// <summary>One row of the directory: its form, what a change would do, and what became of it so far.</summary>
public sealed class DirectoryRowModel : PageModel
{
    internal DirectoryRowModel(PageFrame frame, DirectoryRowView view)
        : base(frame) => View = view;

    internal DirectoryRowView View { get; }

    internal bool MayChange => Frame.Person?.Is(Role.Staff) == true;

    internal string NameOf(string who) => PageLabels.OfWho(who, View.Directory);

    /// <summary>A field of a line of the record, in words.</summary>
    internal string ValueOf(FieldChange change, string? value) => DirectoryWords.ValueOf(View.Table, change, value, View.Directory);
}
