using Dissemination.Deliveries;
using Dissemination.Web.Pages.Frame;

namespace Dissemination.Web.Pages.Staff;

/// <summary>What can be done about a trouble: the last part of its address, the command, and the word for having done it.</summary>
internal sealed record TroubleAction(string Name, DeliveryCommand Command, string Done)
{
    public static TroubleAction Retry { get; } = new("retry", new DeliveryCommand.Retry(), DoneLabels.Retried);

    public static TroubleAction There { get; } = new("there", new DeliveryCommand.SeenThere(), DoneLabels.Settled);

    public static TroubleAction Missing { get; } = new("missing", new DeliveryCommand.SeenMissing(), DoneLabels.Retried);

    public static IReadOnlyList<TroubleAction> All { get; } = [Retry, There, Missing];
}
