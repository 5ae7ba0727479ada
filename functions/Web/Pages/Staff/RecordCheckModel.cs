using Dissemination.Storage.Records;
using Dissemination.Web.Pages.Frame;

namespace Dissemination.Web.Pages.Staff;

/// <summary>What looking through the record came to.</summary>
public sealed class RecordCheckModel : PageModel
{
    internal RecordCheckModel(PageFrame frame, RecordVerdict verdict)
        : base(frame) => Verdict = verdict;

    internal RecordVerdict Verdict { get; }

    internal static string WordsOf(RecordFault fault) =>
        TextFormat.Fill(
            Labels.Of(fault.Kind),
            LocalTime.Text(fault.Day),
            fault.Upto is { } upto && upto > fault.Number
                ? $"{LocalTime.Number(fault.Number)}–{LocalTime.Number(upto)}"
                : LocalTime.Number(fault.Number),
            fault.Key);
}
