using System.Collections.Immutable;
using Dissemination.Deliveries.DirectoryChanges;
using Dissemination.Directory;
using Dissemination.Directory.Changes;
using Dissemination.Web.Pages.Frame;

namespace Dissemination.Web.Pages.Staff;

/// <summary>The directory, and the change of it that waits.</summary>
public sealed class DirectoryModel : PageModel
{
    internal DirectoryModel(PageFrame frame, DirectorySnapshot directory, ProposedDirectory? proposed)
        : base(frame) => (Directory, Proposed) = (directory, proposed);

    internal DirectorySnapshot Directory { get; }

    /// <summary>Null where no change waits.</summary>
    internal ProposedDirectory? Proposed { get; }

    internal ImmutableArray<RowChange> Rows => Proposed?.Change.Difference.Rows ?? [];

    /// <summary>Whether the reader's yes is the first of two.</summary>
    internal bool IsFirstOfTwo => Proposed is { Change: { NeedsSecond: true, Note: null } };

    /// <summary>Whether the reader may say yes now; else another has to.</summary>
    internal bool MayConfirm =>
        Proposed is { Change: var change } && Frame.Person is { } reader
        && DirectoryDuties.Confirm(change.Current, change.Difference, change.Note?.ProposedBy, reader).IsDone;

    internal string NameOf(PersonId person) => Directory.Find(person)?.Name ?? person.Value;

    internal int Count(RowChangeKind kind) => Rows.Count(row => row.Kind == kind);
}
