using Dissemination.Alerts;
using Dissemination.Content;
using Dissemination.Problems;
using Dissemination.Storage;

namespace Dissemination.Deliveries.Sending;

/// <summary>A block that breaks off for a reason that nobody expected is tried some more times, and then told and taken out.</summary>
internal sealed partial class SendingTroubles(AlertStore alerts, TimeProvider time, ILogger<SendingTroubles> logger)
{
    /// <summary>How often a block is tried that breaks off.</summary>
    private const int MostTries = 5;

    public async Task<BacklogChange> BrokeOffAsync(Exception why, Row<OpenBlock> row, CancellationToken cancellationToken)
    {
        if (why is LostRaceException || StorageFailure.IsAway(why))
        {
            // It passes, and is nobody's fault.
            LogBlockBroke(why, row.Value.Version, row.Value.Block, row.Value.Tries);
            return new(row, row.Value, time.GetUtcNow() + OutcomeEvents.DelayAfter(1));
        }

        var block = row.Value with { Tries = row.Value.Tries + 1 };
        LogBlockBroke(why, block.Version, block.Block, block.Tries);
        if (block.Tries < MostTries)
        {
            return new(row, block, time.GetUtcNow() + OutcomeEvents.DelayAfter(block.Tries));
        }

        var problem = new Problem(nameof(ProblemTexts.BlockBroke), null, block.Version.ToString(), block.Block);
        var wake = new ShareWake(Keys.ShareOfBlock(block.Block), Block: block with { Tries = 0 });
        await alerts.RaiseAsync(
            QueueNames.Lanes, $"{block.Version} {block.Block}", problem, retry: DeliveryQueues.Write(wake), cancellationToken);
        return new(row, null, default);
    }

    /// <summary>The answer of a late send could not be stored.</summary>
    public void LateLost(Exception why, string share) => LogLateLost(why, share);

    [LoggerMessage(LogLevel.Error, "Late answers on the share {Share} could not be stored")]
    private partial void LogLateLost(Exception exception, string share);

    [LoggerMessage(LogLevel.Error, "The block {Block} of {Version} broke off, for the {Tries}. time")]
    private partial void LogBlockBroke(Exception exception, VersionId version, string block, int tries);
}
