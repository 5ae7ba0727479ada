namespace Dissemination.Deliveries;

/// <summary>
/// The message that wakes a share of the lanes: it has something to send. What that is lies in the backlog, so that one message carries any
/// number of deliveries and a second one does no harm.
/// </summary>
/// <param name="IsGuard">
/// Whether a sender left it behind for the case that it is killed: who finds the share held looks again in a moment.
/// </param>
/// <param name="Block">What is to go into the backlog first, where it was taken out because it broke off again and again.</param>
internal sealed record ShareWake(string Share, bool IsGuard = false, OpenBlock? Block = null);
