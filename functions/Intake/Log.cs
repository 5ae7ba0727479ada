using Dissemination.Content;

namespace Dissemination.Intake;

/// <summary>What Content says of its work: ids, file names and counts, nobody's words.</summary>
internal static partial class Log
{
    public static void Taken(ILogger logger, HandIn handIn)
    {
        switch (handIn.State)
        {
            case HandInState.Accepted:
                Metrics.FilesAccepted.Add(1);
                Accepted(logger, handIn.Container, handIn.Id, handIn.Items.Length, handIn.Changed);
                break;
            case HandInState.Waiting:
                Waiting(logger, handIn.Container, handIn.Id, handIn.WaitsFor.Length);
                break;
            case HandInState.Proposed:
                Proposed(logger, handIn.Container, handIn.Id);
                break;
            default:
                Metrics.FilesRejected.Add(1);
                Rejected(logger, handIn.Container, handIn.File, handIn.ProblemCount, handIn.Id);
                break;
        }
    }

    [LoggerMessage(LogLevel.Information, "Accepted {HandIn} from {Container}: {Items} items, {Changed} new or changed.")]
    private static partial void Accepted(ILogger logger, string container, HandInId handIn, int items, int changed);

    [LoggerMessage(LogLevel.Information, "{HandIn} from {Container} waits for {Files} other files.")]
    private static partial void Waiting(ILogger logger, string container, HandInId handIn, int files);

    [LoggerMessage(LogLevel.Warning, "{Container}/{File}, which waited, could not be taken anew; it is tried again")]
    public static partial void NotRetaken(ILogger logger, Exception exception, string container, string file);

    [LoggerMessage(LogLevel.Warning, "Whether {File} has come, which others wait for, could not be found out; it is tried again")]
    public static partial void ComingUnknown(ILogger logger, Exception exception, string file);

    [LoggerMessage(LogLevel.Information, "{HandIn} from {Container} waits for people to agree.")]
    private static partial void Proposed(ILogger logger, string container, HandInId handIn);

    [LoggerMessage(LogLevel.Warning, "Rejected {Container}/{File}: {Problems} problems (hand-in {HandIn}).")]
    private static partial void Rejected(ILogger logger, string container, string file, int problems, HandInId handIn);
}
