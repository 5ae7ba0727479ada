namespace Dissemination.Storage;

/// <summary>A record of which lists of many read a small part alone: it is stored as the property <c>Head</c> too.</summary>
internal interface IListedByHead
{
    /// <summary>At most 32,000 characters.</summary>
    string HeadJson { get; }
}
