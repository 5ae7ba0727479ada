using Dissemination.Directory.Changes;

namespace Dissemination.Intake;

/// <summary>What a person wants of one row, and the change of the directory that comes of it.</summary>
internal sealed record EditedDirectory(RowEdit Edit, DirectoryChange Change)
{
    /// <summary>Whether it is taken without being shown first: it only adds, and gives nobody power.</summary>
    public bool IsHarmless => Change.Difference is { OnlyAdds: true, ChangesPowers: false };
}
