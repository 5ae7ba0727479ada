using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Dissemination.Directory;
using Dissemination.Problems;
using Dissemination.Reach.Summary;

namespace Dissemination.Reports.Campaign;

/// <summary>Counts where the items of a campaign are, commune by commune, and on whom they wait.</summary>
internal sealed class CampaignBoard(DirectorySnapshot directory, CommuneId? only)
{
    // By the number of the language, and in it by that of the commune.
    private readonly List<List<BoardTally?>?> _tallies = [];
    private readonly Dictionary<OwedKey, OwedTally> _owed = [];

    /// <param name="at">The numbers of its commune and its language.</param>
    public void Add(in ItemCell cell, (int Commune, int Language) at)
    {
        ref var tally = ref ByNumber.At(ByNumber.At(_tallies, at.Language) ??= [], at.Commune);
        (tally ??= new(cell.Commune, cell.Language)).Add(cell);
        if (cell.Wait is { Stage: not CampaignStage.Later } wait)
        {
            OwedKey key = new(cell.Commune, cell.Language, wait.Stage, wait.On, wait.Person, wait.Reason?.Code);
            ref var owed = ref CollectionsMarshal.GetValueRefOrAddDefault(_owed, key, out _);
            (owed ??= new(wait.Reason)).Add(wait.Since, cell.IsLate);
        }
    }

    /// <summary>
    /// Every commune of the directory, the worst first; one that was merged under its successor, where something happened. Last come those
    /// that the directory names no more, because what happened under their names is in the sums.
    /// </summary>
    public ImmutableArray<BoardRow> Rows()
    {
        var byCommune = _tallies.SelectMany(column => column ?? []).OfType<BoardTally>()
            .ToLookup(tally => tally.Commune, tally => tally.ToCell());
        var rows = from commune in directory.Current.OrderBy(commune => commune.Name, CommuneLabels.ByName)
                   where only is not { } one || directory.Successor(one) == commune.Id
                   let own = RowOf(commune, isPart: false)
                   let parts = directory.FamilyOf(commune.Id).Skip(1).Where(byCommune.Contains)
                       .Select(part => RowOf(directory.Find(part)!, isPart: true))
                       .ToList()
                   let family = parts.Prepend(own).ToList()
                   let stage = family.Max(row => row.Stage)
                   orderby stage is null,
                       stage descending,
                       family.Sum(row => row.Failed) descending,
                       family.Where(row => row.Stage == stage).Min(row => row.Since) ?? DateTimeOffset.MaxValue
                   select family;
        var gone = byCommune.Select(commune => commune.Key)
            .Where(commune => directory.Find(commune) is null)
            .OrderBy(commune => commune.Value, StringComparer.Ordinal)
            .Select(commune => RowOf(directory.Known(commune), isPart: false));
        return [.. rows.SelectMany(family => family), .. gone];

        BoardRow RowOf(Commune commune, bool isPart) => new(
            commune,
            isPart,
            [
                .. byCommune[commune.Id]
                    .OrderBy(cell => !cell.Language.IsVietnamese).ThenBy(cell => cell.Language.Value, StringComparer.Ordinal),
            ]);
    }

    /// <summary>Who owes what, by commune, language and reason, the oldest first.</summary>
    public ImmutableArray<OwedRow> Owed() =>
    [
        .. _owed.OrderBy(same => same.Value.Since)
            .ThenBy(same => same.Key.Commune.Value, StringComparer.Ordinal)
            .ThenBy(same => same.Key.Language.Value, StringComparer.Ordinal)
            .ThenByDescending(same => same.Key.Stage)
            .Select(same => new OwedRow(
                directory.Known(same.Key.Commune),
                same.Key.Language,
                same.Key.Stage,
                same.Key.On,
                same.Key.Person,
                same.Value.Reason,
                same.Value.Items,
                same.Value.Since,
                same.Value.Late)),
    ];

    private readonly record struct OwedKey(
        CommuneId Commune, LanguageTag Language, CampaignStage Stage, WaitsOn On, PersonId? Person, string? Code);

    private sealed class OwedTally(Problem? reason)
    {
        public Problem? Reason => reason;

        public int Items { get; private set; }

        public int Late { get; private set; }

        public DateTimeOffset Since { get; private set; } = DateTimeOffset.MaxValue;

        public void Add(DateTimeOffset since, bool isLate)
        {
            Items++;
            Late += isLate ? 1 : 0;
            Since = since < Since ? since : Since;
        }
    }
}
