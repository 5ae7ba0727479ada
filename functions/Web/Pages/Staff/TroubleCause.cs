using System.Collections.Immutable;
using Dissemination.Deliveries;
using Dissemination.Directory;
using Dissemination.Web.Pages.Frame;

namespace Dissemination.Web.Pages.Staff;

/// <summary>Deliveries of an item that stand alike for reasons of one kind, so that one act helps all of them.</summary>
/// <param name="Directory">By which reasons name places instead of credentials.</param>
internal sealed record TroubleCause(
    FailureClass Failure, DeliveryState State, ImmutableArray<Delivery> Deliveries, DirectorySnapshot Directory)
{
    /// <summary>The reason of all of them; null where each has words of its own.</summary>
    public string? Reason { get; } = Deliveries.Select(delivery => ReasonOf(delivery, Directory))
        .Distinct(StringComparer.Ordinal).Take(2).ToList() is [var alone] ? alone : null;

    /// <summary>Those that are done together with one button.</summary>
    public IEnumerable<Delivery> Together => Deliveries.Take(Selected.MostTogether);

    /// <summary>Whether the button is for the first of very many.</summary>
    public bool AreFirst => Deliveries.Length > Selected.MostTogether;

    public static string ReasonOf(Delivery delivery, DirectorySnapshot directory) =>
        delivery.Reason is { } reason ? LaneLabels.TextOf(reason, directory) : "";
}
