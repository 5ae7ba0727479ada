namespace Dissemination.Intake;

/// <summary>What every looked-at file ends with: its original kept where it was not accepted, and a note of what became of it.</summary>
internal sealed class HandInSettlement(HandInStore handIns, RejectionStore rejections, ILogger<HandInSettlement> logger)
{
    /// <summary>One transaction, and two more where it was not accepted; the same again writes the same.</summary>
    /// <param name="original">What was handed in, or null where it is gone.</param>
    public async Task<HandIn> SettleAsync(HandIn outcome, Stream? original, CancellationToken cancellationToken)
    {
        if (outcome.State is HandInState.Rejected && original is not null)
        {
            await rejections.KeepAsync(outcome, original, cancellationToken);
        }

        await handIns.SaveAsync(outcome, cancellationToken);
        Log.Taken(logger, outcome);
        return outcome;
    }
}
