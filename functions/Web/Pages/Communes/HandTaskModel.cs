using Dissemination.Channels;
using Dissemination.Problems;
using Dissemination.Publishing;
using Dissemination.Web.Pages.Frame;

namespace Dissemination.Web.Pages.Communes;

/// <summary>One hand task with the words and the pictures to copy.</summary>
public sealed class HandTaskModel : PageModel
{
    internal HandTaskModel(PageFrame frame, HandTaskPost task, string destination)
        : base(frame) => (Delivery, Destination, Post, Sample, Notes) = (task.Delivery, destination, task.Rendered, task.Post.Sample, task.Notes);

    internal Delivery Delivery { get; }

    internal string Destination { get; }

    internal RenderedPost Post { get; }

    internal bool Sample { get; }

    /// <summary>What the person has to know of the words and the picture.</summary>
    internal IReadOnlyList<Problem> Notes { get; }

    /// <summary>What was typed into a form that was not done.</summary>
    internal string? Attendance { get; init; }

    internal bool IsOpen => Delivery is { State: DeliveryState.Due, IsByHand: true };
}
