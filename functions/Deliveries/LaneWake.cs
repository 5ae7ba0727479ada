namespace Dissemination.Deliveries;

/// <summary>
/// The message to Channels: a lane has something to send. What it is lies in the backlog, so that one message carries any number of
/// deliveries and a second one does no harm.
/// </summary>
/// <param name="Batch">What is to go into the backlog first, where it was taken out because it broke off again and again.</param>
internal sealed record LaneWake(string Lane, LaneBatch? Batch = null);
