using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Dissemination.Directory.Changes;

/// <summary>A row of the directory that is added, changed or removed.</summary>
/// <param name="Name">By which people know it.</param>
/// <param name="Fields">Of a row that is changed, the values that differ; else all that it holds.</param>
internal sealed record RowChange(
    DirectoryTable Table, RowChangeKind Kind, string Id, string Name, ImmutableArray<FieldChange> Fields)
{
    /// <summary>
    /// What decides what a person may do, and by what he or she is taken for the one who may: whoever has that number on Telegram, or signs
    /// in with that account, acts as this person.
    /// </summary>
    private static readonly FrozenSet<string> Powers =
        FrozenSet.Create(StringComparer.Ordinal, "roles", "commune", "languages", "telegram", "subject", "email");

    /// <summary>Whether somebody may do more or less by it than before, or somebody else may.</summary>
    public bool ChangesPowers =>
        Table is DirectoryTable.People
        && (Kind is not RowChangeKind.Changed || Fields.Any(change => Powers.Contains(change.Field)));

    /// <summary>The new value of a field; null where it has none, or none that differs.</summary>
    public string? To(string field) => Fields.FirstOrDefault(change => change.Field == field)?.To;
}
