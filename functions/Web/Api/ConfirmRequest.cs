namespace Dissemination.Web.Api;

/// <summary>A hand task is done.</summary>
/// <param name="Attendance">People present, where that was counted.</param>
internal sealed record ConfirmRequest(int? Attendance);
