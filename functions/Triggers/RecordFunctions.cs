using Dissemination.Deliveries.Watching;
using Dissemination.Storage.Records;
using Microsoft.Azure.Functions.Worker;

namespace Dissemination.Triggers;

/// <summary>
/// The program looks after itself: what was recorded is added to the record's chain, and how it is is told to whoever watches it.
/// </summary>
internal sealed class RecordFunctions(RecordChainer chainer, Watcher watcher)
{
    [Function("ChainRecord")]
    public Task ChainAsync([TimerTrigger(Schedules.Sweep)] TimerInfo timer, CancellationToken cancellationToken) =>
        chainer.ChainAsync(cancellationToken);

    [Function("Watch")]
    public Task WatchAsync([TimerTrigger(Schedules.Reach)] TimerInfo timer, CancellationToken cancellationToken) =>
        watcher.LookAsync(cancellationToken);
}
