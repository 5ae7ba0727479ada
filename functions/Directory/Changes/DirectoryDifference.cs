using System.Collections.Immutable;
using System.Text.Json.Serialization.Metadata;

namespace Dissemination.Directory.Changes;

/// <summary>What would change with another directory, row by row, in the order of the files; what is removed comes last.</summary>
internal sealed record DirectoryDifference(ImmutableArray<RowChange> Rows)
{
    public bool IsEmpty => Rows.IsEmpty;

    /// <summary>Whether people may do more or less by it than before.</summary>
    public bool ChangesPowers => Rows.Any(row => row.ChangesPowers);

    /// <summary>Whether a place goes, or goes on under another name or in another commune: what is owed there is owed elsewhere now.</summary>
    public bool MovesPlaces =>
        Removed(DirectoryTable.Destinations).Any()
            || Rows.Any(row => row.Table is DirectoryTable.Communes && row.Fields.Any(change => change.Field == CommuneRows.MergedInto));

    /// <summary>Whether all that was there stays as it is.</summary>
    public bool OnlyAdds => Rows.All(row => row.Kind is RowChangeKind.Added);

    public IEnumerable<RowChange> Removed(DirectoryTable table) =>
        Rows.Where(row => row.Table == table && row.Kind is RowChangeKind.Removed);

    public static DirectoryDifference Between(DirectorySnapshot from, DirectorySnapshot to)
    {
        var json = DirectoryJson.Default;
        return new(
        [
            .. Compare(DirectoryTable.Communes, from.Communes, to.Communes, commune => (commune.Id.Value, commune.Name), json.Commune),
            .. Compare(
                DirectoryTable.Destinations,
                from.Destinations,
                to.Destinations,
                destination => (destination.Id.ToString(), destination.Name),
                json.Destination),
            .. Compare(DirectoryTable.People, from.People, to.People, person => (person.Id.Value, person.Name), json.Person),
        ]);
    }

    private static IEnumerable<RowChange> Compare<T>(
        DirectoryTable table, ImmutableArray<T> from, ImmutableArray<T> to, Func<T, (string Id, string Name)> named, JsonTypeInfo<T> type)
    {
        var (before, after) = (ById(from, named, type), ById(to, named, type));
        foreach (var (id, name) in to.Concat(from).Select(named).DistinctBy(row => row.Id, StringComparer.Ordinal))
        {
            var (was, will) = (before.GetValueOrDefault(id), after.GetValueOrDefault(id));
            var kind = was is null ? RowChangeKind.Added : will is null ? RowChangeKind.Removed : RowChangeKind.Changed;
            ImmutableArray<FieldChange> fields = [.. Fields(was, will)];
            if (!fields.IsEmpty)
            {
                yield return new(table, kind, id, name, fields);
            }
        }
    }

    private static Dictionary<string, IReadOnlyDictionary<string, string>> ById<T>(
        ImmutableArray<T> rows, Func<T, (string Id, string Name)> named, JsonTypeInfo<T> type) =>
        rows.ToDictionary(row => named(row).Id, row => RowFields.Of(row, type), StringComparer.Ordinal);

    private static IEnumerable<FieldChange> Fields(
        IReadOnlyDictionary<string, string>? was, IReadOnlyDictionary<string, string>? will) =>
        (was ?? will!).Keys.Union((will ?? was!).Keys, StringComparer.Ordinal)
            .Select(field => new FieldChange(field, was?.GetValueOrDefault(field), will?.GetValueOrDefault(field)))
            .Where(change => change.From != change.To);
}
