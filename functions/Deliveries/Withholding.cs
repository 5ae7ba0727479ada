using Dissemination.Problems;
using Dissemination.Publishing;

namespace Dissemination.Deliveries;

/// <summary>What it does to a planned delivery that its text may not go out for a while, and that it may again: pure functions.</summary>
internal static class Withholding
{
    /// <summary>
    /// The same where people read the words of a hand task: while newer ones are written, those that were approved hold, and so it goes on.
    /// </summary>
    public static Delivery? Hold(Delivery delivery, PublishableVersion text, Problem reason) =>
        delivery.IsByHand && text.HasApprovedWords ? null : Hold(delivery, reason);

    /// <summary>
    /// The delivery while its text may not go out; null where it stays as it is, because it is out, or has ended, or waits already.
    /// </summary>
    public static Delivery? Hold(Delivery delivery, Problem reason) => delivery switch
    {
        // What a withdrawal asks for does not depend on words.
        { Action: DeliveryAction.Remove } => null,

        // Whatever it waits for, it waits for the commune's own words first: nobody confirms others.
        { State: DeliveryState.Held } when reason.Code is nameof(ProblemTexts.VariantNotApproved) && delivery.Reason?.Code != reason.Code =>
            delivery.Apply(new DeliveryEvent.Released())?.Apply(new DeliveryEvent.HeldBack(reason)),
        _ => delivery.Apply(new DeliveryEvent.HeldBack(reason)),
    };

    /// <summary>A delivery that is planned again because its text may go out now; null where it stays as it is.</summary>
    /// <param name="planned">As it is planned now.</param>
    public static Delivery? Resume(Delivery stored, Delivery planned) => (stored, planned) switch
    {
        (_, { State: DeliveryState.Held, Reason: { Code: nameof(ProblemTexts.VariantNotApproved) } reason }) => Hold(stored, reason),

        // Other words than those that the commune may have confirmed before: it confirms them anew where it confirms at all.
        (
            { State: DeliveryState.Held, Reason.Code: nameof(ProblemTexts.VariantNotApproved) },
            { State: DeliveryState.Held, Reason: { } reason }) =>
            stored.Apply(new DeliveryEvent.Released())?.Apply(new DeliveryEvent.HeldBack(reason)),
        (
            {
                State: DeliveryState.Held,
                Reason.Code: nameof(ProblemTexts.VariantNotApproved)
                    or nameof(ProblemTexts.ItemNotApproved)
                    or nameof(ProblemTexts.TranslationNotApproved)
                    or nameof(ProblemTexts.OccasionHeld)
                    or nameof(ProblemTexts.OccasionCancelled),
            },
            _) =>
            stored.Apply(new DeliveryEvent.Released()),
        _ => null,
    };
}
