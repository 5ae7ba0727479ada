namespace Dissemination.Intake;

/// <summary>What is read of an event that Event Grid kept.</summary>
internal sealed record UndeliveredEvent(UndeliveredEvent.Of? Data)
{
    /// <param name="Url">The address of the blob.</param>
    internal sealed record Of(string? Url);
}
