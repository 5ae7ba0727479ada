using Dissemination.Problems;

namespace Dissemination.Directory;

/// <summary>
/// The communes that were read, also those whose row has problems: their names are known, so that one mistake is not reported again with
/// every destination.
/// </summary>
internal sealed class KnownCommunes
{
    private readonly Dictionary<CommuneId, (Commune Commune, bool IsSound)> _communes = [];
    private readonly List<Commune> _ordered = [];

    public IEnumerable<Commune> All => _ordered;

    /// <returns>False where the id is taken.</returns>
    public bool Add(Commune commune, bool isSound)
    {
        if (!_communes.TryAdd(commune.Id, (commune, isSound)))
        {
            return false;
        }

        _ordered.Add(commune);
        return true;
    }

    /// <summary>The commune that a row names, or null (reported, unless communes.csv could not be read at all).</summary>
    public CommuneId? Find(FieldReader row, string column, string name)
    {
        if (_communes.ContainsKey(new(name)))
        {
            return new(name);
        }

        if (_communes.Count > 0 && name.Length > 0)
        {
            row.Report(nameof(ProblemTexts.UnknownCommune), row.PlaceOf(column), name);
        }

        return null;
    }

    /// <summary>Reports each language that the commune does not speak.</summary>
    public void CheckSpoken(FieldReader row, CommuneId? id, IEnumerable<(LanguageTag Tag, Place Place)> languages)
    {
        if (id is not { } known || _communes[known] is not (var commune, true))
        {
            return;
        }

        foreach (var (tag, place) in languages.Where(language => !commune.Speaks(language.Tag)))
        {
            row.Report(nameof(ProblemTexts.LanguageNotSpoken), place, tag.Value, commune.Name);
        }
    }
}
