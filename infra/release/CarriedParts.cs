namespace Dissemination.Release;

/// <summary>What lies inside a package under a licence of its own (<c>carried.csv</c>), which the package does not say in its own.</summary>
internal static class CarriedParts
{
    public static IEnumerable<Component> In(IReadOnlyCollection<Component> components) =>
        from row in OwnTable.Rows("carried.csv")
        where components.Any(component => component.Name == row[3])
        select new Component
        {
            Purl = $"pkg:generic/{row[0]}@{row[1]}",
            Name = row[0],
            Version = row[1],
            Licence = row[2],
            Declared = $"{row[3]}: {row[4]}",
        };
}
