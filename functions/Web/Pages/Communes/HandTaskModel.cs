using Dissemination.Channels;
using Dissemination.Problems;
using Dissemination.Publishing;
using Dissemination.Web.Pages.Frame;

namespace Dissemination.Web.Pages.Communes;

/// <summary>One hand task with the words to copy.</summary>
public sealed class HandTaskModel : PageModel
{
    internal HandTaskModel(PageFrame frame, Delivery delivery, string destination, RenderedPost post, bool sample)
        : base(frame) => (Delivery, Destination, Post, Sample) = (delivery, destination, post, sample);

    internal Delivery Delivery { get; }

    internal string Destination { get; }

    internal RenderedPost Post { get; }

    internal bool Sample { get; }

    /// <summary>What the person has to know of the words and the picture.</summary>
    internal IReadOnlyList<Problem> Notes { get; init; } = [];

    /// <summary>What was typed into a form that was not done.</summary>
    internal string? Attendance { get; init; }

    internal bool IsOpen => Delivery is { State: DeliveryState.Due, IsByHand: true };
}
