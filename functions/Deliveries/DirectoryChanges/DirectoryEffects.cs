using System.Collections.Immutable;
using System.Globalization;
using Dissemination.Directory;
using Dissemination.Directory.Changes;
using Dissemination.Intake;
using Dissemination.Problems;

namespace Dissemination.Deliveries.DirectoryChanges;

/// <summary>
/// What a change of the directory does beyond its rows, in counts and names: a pure function of the change and of what is open.
/// </summary>
/// <param name="Consequences">What it leaves behind: a person has to agree to these besides.</param>
/// <param name="CarriedOver">What goes from a commune that is merged to its successor.</param>
internal sealed record DirectoryEffects(ImmutableArray<Problem> Consequences, ImmutableArray<Problem> CarriedOver)
{
    /// <summary>The column that names the successor of a commune that was merged.</summary>

    public static DirectoryEffects Of(DirectoryChange change, OpenWork open)
    {
        List<RowChange> mergers =
            [.. change.Difference.Rows.Where(row => row.Table is DirectoryTable.Communes && row.To(CommuneRows.MergedInto) is not null)];
        HashSet<CommuneId> merged = [.. mergers.Select(row => new CommuneId(row.Id))];
        return new(
            [
                .. DroppedCommunes(change, open),
                .. DroppedDestinations(change, open, merged),
                .. CommunesWithoutPeople(change, open, merged),
                .. PeopleWithWork(change, open),
                .. LanguagesWithoutPeople(change, open, merged),
            ],
            [.. mergers.Select(row => Carried(change, open.Of(new CommuneId(row.Id)), row))]);
    }

    private static IEnumerable<Problem> DroppedCommunes(DirectoryChange change, OpenWork open) =>
        change.Difference.Removed(DirectoryTable.Communes)
            .Select(row => new Problem(
                nameof(ProblemTexts.DirectoryDropsCommune), null, [.. open.Of(new CommuneId(row.Id)).After(row.Name)]));

    /// <summary>A destination with nothing open may go; those of a commune that goes are counted with it.</summary>
    private static IEnumerable<Problem> DroppedDestinations(DirectoryChange change, OpenWork open, HashSet<CommuneId> merged) =>
        from row in change.Difference.Removed(DirectoryTable.Destinations)
        let id = DestinationId.Parse(row.Id, null)
        where change.Wanted.Find(id.Commune) is not null && !merged.Contains(id.Commune)
        let count = open.Of(id)
        where !count.IsNone
        select new Problem(nameof(ProblemTexts.DirectoryDropsDestination), null, [.. count.After(row.Name)]);

    private static IEnumerable<Problem> CommunesWithoutPeople(DirectoryChange change, OpenWork open, HashSet<CommuneId> merged) =>
        from commune in change.Wanted.Communes
        where !merged.Contains(commune.Id)
            && change.Current.CommunicatorsOf(commune.Id).Any() && !change.Wanted.CommunicatorsOf(commune.Id).Any()
        select new Problem(nameof(ProblemTexts.DirectoryLeavesCommuneAlone), null, [.. open.Of(commune.Id).After(commune.Name)]);

    private static IEnumerable<Problem> PeopleWithWork(DirectoryChange change, OpenWork open) =>
        from row in change.Difference.Removed(DirectoryTable.People)
        let count = open.TranslationsOf(new(row.Id))
        where count > 0
        select new Problem(nameof(ProblemTexts.DirectoryDropsPersonWithWork), null, row.Name, Text(count));

    /// <summary>Texts that a commune waits for in a language which nobody of it can write or check any more.</summary>
    private static IEnumerable<Problem> LanguagesWithoutPeople(DirectoryChange change, OpenWork open, HashSet<CommuneId> merged) =>
        from commune in change.Wanted.Communes
        where !merged.Contains(commune.Id) && change.Wanted.CommunicatorsOf(commune.Id).Any()
        from language in commune.Languages
        where CanWrite(change.Current, commune.Id, language) && !CanWrite(change.Wanted, commune.Id, language)
        let count = open.TranslationsFor(commune.Id, language)
        where count > 0
        select new Problem(nameof(ProblemTexts.DirectoryLeavesLanguageAlone), null, commune.Name, language.Value, Text(count));

    private static Problem Carried(DirectoryChange change, WorkCount count, RowChange row) =>
        new(
            nameof(ProblemTexts.DirectoryCarriesOver),
            null,
            [.. count.After(row.Name), change.Wanted.Find(new CommuneId(row.To(CommuneRows.MergedInto)!))?.Name ?? row.To(CommuneRows.MergedInto)!]);

    private static bool CanWrite(DirectorySnapshot directory, CommuneId commune, LanguageTag language) =>
        directory.CommunicatorsOf(commune).Any(person => person.Languages.Contains(language));

    private static string Text(int count) => count.ToString(CultureInfo.InvariantCulture);
}
