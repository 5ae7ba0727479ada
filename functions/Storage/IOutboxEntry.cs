namespace Dissemination.Storage;

/// <summary>A row of the outbox: the next step that a transaction made necessary.</summary>
internal interface IOutboxEntry
{
    /// <summary>The stage that handed it over; null where nothing was traced.</summary>
    string? TraceParent { get; }
}
