using Dissemination.Deliveries.Waiting;

namespace Dissemination.Web.Pages.Communes;

/// <summary>A number of which only the beginning was counted.</summary>
internal readonly record struct Counted(int Number, bool AndMore)
{
    public static Counted Of(WaitingHeads heads) => new(heads.Open, heads.AndMore);

    public override string ToString() => AndMore ? $"{LocalTime.Number(Number)}+" : LocalTime.Number(Number);
}
