namespace Dissemination.Release;

/// <summary>A table that lies in this program: columns parted by semicolons, with a head.</summary>
internal static class OwnTable
{
    public static IEnumerable<string[]> Rows(string name)
    {
        using var stream = typeof(OwnTable).Assembly.GetManifestResourceStream(name)!;
        using StreamReader reader = new(stream);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(row => row.TrimEnd('\r').Split(';'))];
    }
}
