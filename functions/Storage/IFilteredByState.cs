namespace Dissemination.Storage;

/// <summary>A record that lists are filtered by the state of: it is stored as the property <c>State</c> too.</summary>
internal interface IFilteredByState
{
    string StateName { get; }
}
