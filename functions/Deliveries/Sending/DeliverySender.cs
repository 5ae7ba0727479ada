using Dissemination.Channels;
using Dissemination.Content;
using Dissemination.Problems;

namespace Dissemination.Deliveries.Sending;

/// <summary>Does one delivery through its channel, once, or asks the channel what became of it.</summary>
internal sealed partial class DeliverySender(
    ChannelRouting routing, HealthStore health, SiteAddress site, TimeProvider time, ILogger<DeliverySender> logger)
{
    /// <summary>Sends, corrects or takes down. Nothing that goes wrong in a channel gets out of here.</summary>
    public async Task<SendOutcome> SendAsync(BatchWork work, Delivery delivery, CancellationToken cancellationToken)
    {
        if (work.Directory.DestinationOf(delivery) is not { } destination)
        {
            return new SendOutcome.Rejected(new(nameof(ProblemTexts.DestinationGone)));
        }

        if (work.Run.ClosedBecause(destination) is { } closed)
        {
            return new SendOutcome.Rejected(closed);
        }

        var route = routing.Find(destination);
        if (route is not { IsValid: true, Value: { Channel: { } channel, Credential: var credential } })
        {
            return new SendOutcome.Rejected(
                route.Problems.FirstOrDefault() ?? new(nameof(ProblemTexts.ChannelNotAvailable), null, destination.Channel.ToString()));
        }

        DateTimeOffset? soughtSince = delivery.IsSoughtFirst ? delivery.PlannedAt : null;
        var request = new SendRequest(
            work.PostOf(delivery, site), work.Run.AsItIs(destination), credential, delivery.Progress, soughtSince);
        try
        {
            var outcome = await DoAsync(channel, delivery, request, cancellationToken);
            if (outcome is SendOutcome.Moved to)
            {
                // Its answer says that the first send did not arrive, so this is no second post.
                await health.MoveAsync(destination, to.NewAddress, cancellationToken);
                outcome = await DoAsync(
                    channel, delivery, request with { Destination = destination with { Address = to.NewAddress } }, cancellationToken);
            }

            return outcome is SendOutcome.Moved ? new SendOutcome.Rejected(new(nameof(ProblemTexts.DestinationKeepsMoving))) : outcome;
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            LogSendBroke(e, delivery.Id);
            return new SendOutcome.Unknown(new(nameof(ProblemTexts.SendBroke)));
        }
    }

    /// <summary>Finds out what became of a send that was cut off or whose outcome was lost.</summary>
    public async Task<DeliveryEvent> SettleAsync(BatchWork work, Delivery delivery, CancellationToken cancellationToken) =>
        Settlement.Of(
            delivery,
            delivery.Action is DeliveryAction.Post ? await FindAsync(work, delivery, cancellationToken) : new FindOutcome.CannotTell(),
            time.GetUtcNow());

    public bool CanReadBack(BatchWork work, Delivery delivery) => ChannelOf(work, delivery)?.CanReadBack == true;

    public ChannelLimits LimitsOf(BatchWork work, Delivery delivery) => ChannelOf(work, delivery)?.Limits ?? ChannelLimits.None;

    /// <summary>
    /// How many posts one turn of a delivery is for the channel's limits: all its parts, or one where a destination must be left alone
    /// between two.
    /// </summary>
    public int CountPosts(BatchWork work, Delivery delivery) =>
        delivery.Action is DeliveryAction.Remove || ChannelOf(work, delivery) is not { } channel
            || channel.Limits.DestinationInterval > TimeSpan.Zero
            ? 1
            : Math.Max(1, channel.Render(work.PostOf(delivery, site)).Parts.Length);

    private static Task<SendOutcome> DoAsync(
        IChannel channel, Delivery delivery, SendRequest request, CancellationToken cancellationToken) => delivery switch
        {
            { Action: DeliveryAction.Edit, TargetReference: { } reference } => channel.EditAsync(request, reference, cancellationToken),
            { Action: DeliveryAction.Remove, TargetReference: { } reference } => channel.RemoveAsync(request, reference, cancellationToken),
            _ => channel.SendAsync(request, cancellationToken),
        };

    private async Task<FindOutcome> FindAsync(BatchWork work, Delivery delivery, CancellationToken cancellationToken)
    {
        if (work.Directory.DestinationOf(delivery) is not { } destination
            || routing.Find(destination).Value is not { Channel: { CanReadBack: true } channel } route)
        {
            return new FindOutcome.CannotTell();
        }

        var request = new SendRequest(work.PostOf(delivery, site), work.Run.AsItIs(destination), route.Credential, delivery.Progress);
        try
        {
            // Other words than those that it went out with are surely not there, which tells nothing.
            return await channel.FindAsync(request, delivery.BegunAt ?? delivery.PlannedAt, cancellationToken) is var found
                && found is FindOutcome.NotThere && !work.TextOf(delivery).Version.IsAsSentWith(delivery.Edition)
                ? new FindOutcome.CannotTell()
                : found;
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            LogNotReadBack(e, delivery.Id);
            return new FindOutcome.CannotTell();
        }
    }

    private IChannel? ChannelOf(BatchWork work, Delivery delivery) =>
        work.Directory.DestinationOf(delivery) is { } destination
            && routing.Find(destination) is { IsValid: true, Value.Channel: { } channel } ? channel : null;

    [LoggerMessage(LogLevel.Error, "Sending {Delivery} broke off; its outcome is unknown")]
    private partial void LogSendBroke(Exception exception, DeliveryId delivery);

    [LoggerMessage(LogLevel.Warning, "Reading the channel back for {Delivery} broke off; a person decides")]
    private partial void LogNotReadBack(Exception exception, DeliveryId delivery);
}
