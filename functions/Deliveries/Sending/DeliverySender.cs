using Dissemination.Channels;
using Dissemination.Content;
using Dissemination.Directory;
using Dissemination.Problems;

namespace Dissemination.Deliveries.Sending;

/// <summary>Does one delivery through its channel, once, or asks the channel what became of it.</summary>
internal sealed partial class DeliverySender(
    ChannelRouting routing, HealthStore health, SiteAddress site, TimeProvider time, ILogger<DeliverySender> logger)
{
    /// <summary>Sends, corrects or takes down. Nothing that goes wrong in a channel gets out of here.</summary>
    public async Task<SendOutcome> SendAsync(BlockWork work, Delivery delivery, CancellationToken cancellationToken)
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

        if (TryMakePost(work, delivery) is not { } post)
        {
            return new SendOutcome.Rejected(new(nameof(ProblemTexts.PostNotMade)));
        }

        DateTimeOffset? soughtSince = delivery.IsSoughtFirst ? delivery.PlannedAt : null;
        var request = new SendRequest(post, work.Run.AsItIs(destination), credential, delivery.Progress, soughtSince)
        {
            AllBegun = work.AllBegun,
        };
        try
        {
            return await SendAsync(channel, delivery, request, destination, cancellationToken);
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            LogSendBroke(e, delivery.Id);
            return new SendOutcome.Unknown(new(nameof(ProblemTexts.SendBroke)));
        }
    }

    /// <summary>Finds out what became of a send that was cut off or whose outcome was lost.</summary>
    public async Task<DeliveryEvent> SettleAsync(BlockWork work, Delivery delivery, CancellationToken cancellationToken) =>
        Settlement.Of(
            delivery,
            delivery.Action is DeliveryAction.Post ? await FindAsync(work, delivery, cancellationToken) : new FindOutcome.CannotTell(),
            time.GetUtcNow());

    public bool CanReadBack(BlockWork work, Delivery delivery) => ChannelOf(work, delivery)?.CanReadBack == true;

    public ChannelLimits LimitsOf(BlockWork work, Delivery delivery) => ChannelOf(work, delivery)?.Limits ?? ChannelLimits.None;

    /// <summary>
    /// How many posts one turn of a delivery is for the channel's limits: all its parts, or one where a destination must be left alone
    /// between two.
    /// </summary>
    public int CountPosts(BlockWork work, Delivery delivery)
    {
        if (delivery.Action is DeliveryAction.Remove || ChannelOf(work, delivery) is not { } channel
            || channel.Limits.DestinationInterval > TimeSpan.Zero)
        {
            return 1;
        }

        try
        {
            return Math.Max(1, channel.Render(work.PostOf(delivery, site)).Parts.Length);
        }
        catch (Exception e)
        {
            // What cannot be made fails by itself when it is its turn, and keeps no other of its block.
            LogPostNotMade(e, delivery.Id);
            return 1;
        }
    }

    /// <summary>Once, and once more where the channel says that the destination moved.</summary>
    /// <param name="destination">As the directory has it.</param>
    private async Task<SendOutcome> SendAsync(
        IChannel channel, Delivery delivery, SendRequest request, Destination destination, CancellationToken cancellationToken)
    {
        var outcome = await DoAsync(channel, delivery, request, cancellationToken);
        if (outcome is SendOutcome.Moved to)
        {
            // Its answer says that the first send did not arrive, so this is no second post.
            var moved = destination with { Address = to.NewAddress };
            await TryRememberAsync(destination, to.NewAddress, cancellationToken);
            outcome = await DoAsync(
                channel, delivery, request with { Destination = moved, Progress = to.Progress ?? request.Progress }, cancellationToken);
        }

        return outcome is SendOutcome.Moved ? new SendOutcome.Rejected(new(nameof(ProblemTexts.DestinationKeepsMoving))) : outcome;
    }

    /// <summary>An address that is not remembered is told by the channel again; the post need not suffer from it.</summary>
    private async Task TryRememberAsync(Destination destination, string newAddress, CancellationToken cancellationToken)
    {
        try
        {
            await health.MoveAsync(destination, newAddress, cancellationToken);
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            LogMoveForgotten(e, destination.Id);
        }
    }

    /// <returns>Null where it cannot be made of what is stored: then nothing has gone out.</returns>
    private Post? TryMakePost(BlockWork work, Delivery delivery)
    {
        try
        {
            return work.PostOf(delivery, site);
        }
        catch (Exception e)
        {
            LogPostNotMade(e, delivery.Id);
            return null;
        }
    }

    private static Task<SendOutcome> DoAsync(
        IChannel channel, Delivery delivery, SendRequest request, CancellationToken cancellationToken) => delivery switch
        {
            { Action: DeliveryAction.Edit, TargetReference: { } reference } => channel.EditAsync(request, reference, cancellationToken),
            { Action: DeliveryAction.Remove, TargetReference: { } reference } => channel.RemoveAsync(request, reference, cancellationToken),
            _ => channel.SendAsync(request, cancellationToken),
        };

    private async Task<FindOutcome> FindAsync(BlockWork work, Delivery delivery, CancellationToken cancellationToken)
    {
        if (work.Directory.DestinationOf(delivery) is not { } destination
            || routing.Find(destination).Value is not { Channel: { CanReadBack: true } channel } route
            || TryMakePost(work, delivery) is not { } post)
        {
            return new FindOutcome.CannotTell();
        }

        var request = new SendRequest(post, work.Run.AsItIs(destination), route.Credential, delivery.Progress);
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

    private IChannel? ChannelOf(BlockWork work, Delivery delivery) =>
        work.Directory.DestinationOf(delivery) is { } destination
            && routing.Find(destination) is { IsValid: true, Value.Channel: { } channel } ? channel : null;

    [LoggerMessage(LogLevel.Error, "The post of {Delivery} cannot be made")]
    private partial void LogPostNotMade(Exception exception, DeliveryId delivery);

    [LoggerMessage(LogLevel.Warning, "The new address of {Destination} cannot be stored; the channel will tell it again")]
    private partial void LogMoveForgotten(Exception exception, DestinationId destination);

    [LoggerMessage(LogLevel.Error, "Sending {Delivery} broke off; its outcome is unknown")]
    private partial void LogSendBroke(Exception exception, DeliveryId delivery);

    [LoggerMessage(LogLevel.Warning, "Reading the channel back for {Delivery} broke off; a person decides")]
    private partial void LogNotReadBack(Exception exception, DeliveryId delivery);
}
