namespace Dissemination.Storage;

/// <summary>A record that queries look for by something else than its key: that is stored as properties of the row too.</summary>
internal interface IFilteredRow
{
    /// <summary>The properties, always the same names, with values that a filter compares: text or numbers.</summary>
    IEnumerable<KeyValuePair<string, object>> FilteredBy { get; }
}
