namespace Dissemination.Storage;

/// <summary>A record that is looked up by its lane: it is stored as the property <c>Lane</c> too.</summary>
internal interface IFilteredByLane
{
    string LaneName { get; }
}
