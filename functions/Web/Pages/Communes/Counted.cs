namespace Dissemination.Web.Pages.Communes;

/// <summary>A number of which only the beginning was counted.</summary>
internal readonly record struct Counted(int Number, bool AndMore)
{
    public override string ToString() => AndMore ? $"{LocalTime.Number(Number)}+" : LocalTime.Number(Number);
}
