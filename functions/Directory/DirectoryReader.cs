using Dissemination.Problems;

namespace Dissemination.Directory;

/// <summary>The three CSV files as one directory, or everything that is wrong with them.</summary>
internal static class DirectoryReader
{
    public static Parsed<DirectorySnapshot> Read(ReadOnlySpan<byte> communes, ReadOnlySpan<byte> destinations, ReadOnlySpan<byte> people)
    {
        var problems = new List<Problem>();
        var known = CommuneRows.Read(communes, problems);
        var places = DestinationRows.Read(destinations, known, problems);
        var persons = PersonRows.Read(people, known, problems);
        return problems.Count > 0
            ? Parsed<DirectorySnapshot>.Bad(problems)
            : Parsed<DirectorySnapshot>.Of(new([.. known.All], places, persons));
    }

    /// <summary>An id, or null where it is malformed (reported).</summary>
    public static string? Id(FieldReader row, string column)
    {
        var id = row.Required(column);
        if (Slug.IsValid(id))
        {
            return id;
        }

        if (id.Length > 0)
        {
            row.Report(nameof(ProblemTexts.IdMalformed), row.PlaceOf(column), id);
        }

        return null;
    }
}
