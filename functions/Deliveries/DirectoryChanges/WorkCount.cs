using System.Globalization;

namespace Dissemination.Deliveries.DirectoryChanges;

/// <summary>How many deliveries are not finished, by whom they wait for.</summary>
/// <param name="HandTasks">That a person carries out and confirms.</param>
/// <param name="Held">That wait for a person's word.</param>
/// <param name="Others">That a machine sends, or whose outcome nobody knows.</param>
internal sealed record WorkCount(int HandTasks, int Held, int Others)
{
    public bool IsNone => this is { HandTasks: 0, Held: 0, Others: 0 };

    /// <summary>As the values that a text names, behind a name.</summary>
    public string[] After(string name) => [name, Text(HandTasks), Text(Held), Text(Others)];

    public static WorkCount Of(IEnumerable<Delivery> open)
    {
        var (handTasks, held, others) = (0, 0, 0);
        foreach (var delivery in open)
        {
            _ = delivery switch
            {
                { State: DeliveryState.Held } => held++,
                { IsByHand: true } => handTasks++,
                _ => others++,
            };
        }

        return new(handTasks, held, others);
    }

    private static string Text(int count) => count.ToString(CultureInfo.InvariantCulture);
}
