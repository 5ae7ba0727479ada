using System.Globalization;
using Dissemination.Alerts;
using Dissemination.Deliveries;
using Dissemination.Deliveries.HandTasks;
using Dissemination.Deliveries.Sending;
using Dissemination.Reviewing;
using Dissemination.Storage;
using Microsoft.Azure.Functions.Worker;

namespace Dissemination.Triggers;

/// <summary>
/// A share of the lanes has something to send, or was left with it; people are reminded of what only they can post, and told of rows that
/// stand still.
/// </summary>
internal sealed class DeliveryFunctions(
    ShareSender sender,
    ShareRecovery recovery,
    HandTaskReminder reminder,
    TaskReminders messages,
    ExpiryCatchUp expiries,
    RowAlerts rows)
{
    [Function("SendDeliveries")]
    public Task SendAsync([QueueTrigger(QueueNames.Lanes)] string message, FunctionContext context, CancellationToken cancellationToken) =>
        sender.SendAsync(DeliveryQueues.ReadWake(message), comesAgain: DequeueCount(context) > 1, cancellationToken);

    [Function("SweepLanes")]
    public async Task SweepAsync([TimerTrigger(Schedules.Sweep)] TimerInfo timer, CancellationToken cancellationToken)
    {
        await recovery.SweepAsync(cancellationToken);
        await rows.TellAsync(cancellationToken);
    }

    [Function("RemindHandTasks")]
    public async Task RemindAsync([TimerTrigger(Schedules.Reminder)] TimerInfo timer, CancellationToken cancellationToken)
    {
        await expiries.CatchUpAsync(cancellationToken);
        await reminder.RemindAsync(cancellationToken);
        await messages.TellAsync(cancellationToken);
    }

    /// <summary>
    /// How often the message has been handed out, this time included; a host that does not say it hands it out for the first time.
    /// </summary>
    private static long DequeueCount(FunctionContext context) =>
        context.BindingContext.BindingData.TryGetValue("DequeueCount", out var count)
            ? Convert.ToInt64(count, CultureInfo.InvariantCulture)
            : 1;
}
