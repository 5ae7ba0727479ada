using Dissemination.Channels;
using Dissemination.Problems;
using Dissemination.Publishing;
using Dissemination.Translation.Recordings;

namespace Dissemination.Deliveries.HandTasks;

/// <summary>A hand task as its person needs it.</summary>
/// <param name="Notes">What the person has to know: words that may not be cut, a card that cannot be made.</param>
internal sealed record HandTaskPost(
    Delivery Delivery, PublishableVersion Version, Post Post, RenderedPost Rendered, IReadOnlyList<Problem> Notes)
{
    /// <summary>The words read aloud, to be played or shared; null where nobody did, or there is nothing to put anywhere.</summary>
    public ApprovedVoice? Voice => Delivery.Action is DeliveryAction.Remove || Rendered.Parts.IsEmpty ? null : Version.Voice;
}
