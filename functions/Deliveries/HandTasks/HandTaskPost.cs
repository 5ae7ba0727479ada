using Dissemination.Channels;
using Dissemination.Problems;
using Dissemination.Publishing;

namespace Dissemination.Deliveries.HandTasks;

/// <summary>A hand task as its person needs it.</summary>
/// <param name="Notes">What the person has to know: words that may not be cut, a card that cannot be made.</param>
internal sealed record HandTaskPost(
    Delivery Delivery, PublishableVersion Version, Post Post, RenderedPost Rendered, IReadOnlyList<Problem> Notes);
