using Dissemination.Deliveries.Foresight;
using Dissemination.Web.Pages.Seen;

namespace Dissemination.Web.Pages.Staff;

/// <summary>What will be seen of a row of a sheet.</summary>
/// <param name="Number">Of the row, counted from 1.</param>
/// <param name="Seen">Null while something is wrong with it.</param>
/// <param name="Approval">What its approval will set off.</param>
internal sealed record DraftRowOutlook(int Number, SeenModel? Seen, ForeseenApproval? Approval);
