using System.Collections.Immutable;
using Dissemination.Content;
using Dissemination.Directory;
using Dissemination.Web.Pages.Frame;

namespace Dissemination.Web.Pages.Staff;

/// <summary>What colleagues say of an item or a draft. Public because the classes made from templates are.</summary>
public sealed class NotesModel
{
    internal NotesModel(PageFrame frame, string address, ImmutableArray<ItemNote> notes, DirectorySnapshot directory) =>
        (Frame, Address, Notes, Directory) = (frame, address, notes, directory);

    internal PageFrame Frame { get; }

    /// <summary>Where a new one is sent to.</summary>
    internal string Address { get; }

    /// <summary>Newest first.</summary>
    internal ImmutableArray<ItemNote> Notes { get; }

    internal DirectorySnapshot Directory { get; }

    /// <summary>What was typed and is not taken.</summary>
    internal string? Typed { get; init; }

    /// <summary>Whether there is something to read; else only who wants to write opens it.</summary>
    internal bool IsOpen => Typed is not null || !Notes.IsEmpty;
}
