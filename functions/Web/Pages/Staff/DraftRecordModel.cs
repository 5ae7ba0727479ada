using System.Collections.Immutable;
using Dissemination.Directory;
using Dissemination.Intake.Drafts;

namespace Dissemination.Web.Pages.Staff;

/// <summary>Who changed what in a draft. Public because the classes made from templates are.</summary>
public sealed class DraftRecordModel
{
    /// <param name="nameOf">What people call a field.</param>
    internal DraftRecordModel(ImmutableArray<DraftChange> changes, DirectorySnapshot directory, Func<string, string> nameOf) =>
        (Changes, Directory, NameOf) = (changes, directory, nameOf);

    /// <summary>Newest first.</summary>
    internal ImmutableArray<DraftChange> Changes { get; }

    internal DirectorySnapshot Directory { get; }

    internal Func<string, string> NameOf { get; }
}
