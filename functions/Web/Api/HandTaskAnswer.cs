using Dissemination.Content;
using Dissemination.Deliveries.HandTasks;

namespace Dissemination.Web.Api;

/// <summary>What a person posts by hand, part by part.</summary>
/// <param name="Notes">What the person has to know: words that may not be cut, a card that cannot be made.</param>
internal sealed record HandTaskAnswer(DeliveryId Id, IReadOnlyList<HandTaskPartAnswer> Parts, IReadOnlyList<ProblemAnswer> Notes)
{
    public static HandTaskAnswer Of(HandTaskPost task) => new(
        task.Delivery.Id,
        [.. task.Rendered.Parts.Select(
            part => new HandTaskPartAnswer(
                part.Text, [.. part.Pictures.Select(picture => new PictureAnswer($"/feeds/pictures/{picture.Blob}", picture.Alt))]))],
        [.. task.Notes.Select(ProblemAnswer.Of)]);
}
