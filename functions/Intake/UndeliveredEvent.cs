namespace Dissemination.Intake;

/// <summary>What is read of an event that Event Grid kept.</summary>
internal sealed record UndeliveredEvent(UndeliveredEvent.EventData? Data)
{
    /// <param name="Url">The address of the blob.</param>
    internal sealed record EventData(string? Url);
}
