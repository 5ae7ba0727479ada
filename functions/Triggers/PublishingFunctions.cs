using Dissemination.Deliveries;
using Dissemination.Publishing;
using Dissemination.Storage;
using Microsoft.Azure.Functions.Worker;

namespace Dissemination.Triggers;

/// <summary>What is due becomes deliveries, step by step; what was taken back stops being any.</summary>
internal sealed class PublishingFunctions(StopDispatcher stopper, Publisher publisher, FanOutRecovery recovery, FanOut fanOut)
{
    [Function("PublishDue")]
    public async Task PublishDueAsync([TimerTrigger(Schedules.Publish)] TimerInfo timer, CancellationToken cancellationToken)
    {
        await stopper.StopDueAsync(cancellationToken);
        await publisher.PublishDueAsync(cancellationToken);
        await recovery.ResumeAsync(cancellationToken);
    }

    [Function("FanOut")]
    public Task FanOutAsync([QueueTrigger(QueueNames.FanOuts)] string message, CancellationToken cancellationToken) =>
        fanOut.TakeAsync(PublishingQueues.ReadStep(message), cancellationToken);
}
