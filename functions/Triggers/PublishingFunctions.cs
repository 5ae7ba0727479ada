using Dissemination.Deliveries;
using Dissemination.Deliveries.Sending;
using Dissemination.Publishing;
using Microsoft.Azure.Functions.Worker;

namespace Dissemination.Triggers;

/// <summary>What is due becomes deliveries and goes out; what was taken back stops being any.</summary>
internal sealed class PublishingFunctions(StopDispatcher stopper, Publisher publisher, DueVersions versions, ShareSender sender)
{
    [Function("PublishDue")]
    public async Task PublishDueAsync([TimerTrigger(Schedules.Publish)] TimerInfo timer, CancellationToken cancellationToken)
    {
        await stopper.StopDueAsync(cancellationToken);
        await publisher.PublishDueAsync(cancellationToken);
        await sender.SendAsync(await versions.PlanAsync(cancellationToken), cancellationToken);
    }
}
