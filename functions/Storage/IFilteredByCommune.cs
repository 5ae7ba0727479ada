namespace Dissemination.Storage;

/// <summary>A record that lists are filtered by the commune of: it is stored as the property <c>Commune</c> too.</summary>
internal interface IFilteredByCommune
{
    string CommuneName { get; }
}
