using Dissemination.Channels;
using Dissemination.Content;
using Dissemination.Deliveries.Sending;
using Dissemination.Directory;
using Dissemination.Directory.Changes;
using Dissemination.Problems;
using Dissemination.Storage;

namespace Dissemination.Deliveries.Connections;

/// <summary>
/// A message that says of itself that it is a test, sent once through the channel that posts go through. Its intent is stored before and
/// its outcome after, as of a post; it has no item, so that neither reach nor reports know of it.
/// </summary>
internal sealed partial class TestSends(
    Store store,
    ChannelRouting routing,
    HealthStore health,
    RowRecord records,
    SiteAddress site,
    TimeProvider time,
    ILogger<TestSends> logger)
{
    /// <summary>No item of the province has this id and such revisions.</summary>
    private static readonly ItemId Item = new("tin-thu-ket-noi");

    private static readonly TimeSpan Between = TimeSpan.FromSeconds(10);

    /// <summary>The last test message to a destination; null where none was sent. One transaction.</summary>
    public async Task<TestSend?> LastAsync(DestinationId destination, CancellationToken cancellationToken) =>
        (await FindAsync(destination, cancellationToken))?.Value;

    /// <summary>Sends a test message. Five transactions, and the channel's call.</summary>
    /// <param name="form">Which sending of the form it is, so that a second click sends nothing.</param>
    public async Task<Result<TestSend>> SendAsync(Destination destination, string form, Person by, CancellationToken cancellationToken)
    {
        var last = await FindAsync(destination.Id, cancellationToken);
        if (last is { Value: { } before } && before.Form == form)
        {
            return before;
        }

        var (known, route) = (await health.ReadAsync(cancellationToken), routing.Find(destination));
        var now = time.GetUtcNow();
        if (WhyNot(destination, route, known, now) is { } refused)
        {
            return refused;
        }

        if (last is { Value.At: var at } && now - at < Between)
        {
            return new Problem(nameof(ProblemTexts.TestTooSoon), null, destination.Name);
        }

        var address = known.Of(destination)?.MovedTo ?? destination.Address;
        TestSend intent = new(destination.Id, form, address, (int)(now - DateTimeOffset.UnixEpoch).TotalMinutes, now, by.Id);
        if (!await SaveAsync(last, intent, cancellationToken))
        {
            return new Problem(nameof(ProblemTexts.TestTooSoon), null, destination.Name);
        }

        await records.NoteAsync(DirectoryTable.Destinations, destination.Id.ToString(), new(now, by.Id, "test-sent"), cancellationToken);
        return await SendAsync(intent, RequestOf(destination, intent, route.Value!, by), route.Value!, cancellationToken);
    }

    private async Task<TestSend> SendAsync(
        TestSend intent, SendRequest request, ChannelRoute route, CancellationToken cancellationToken)
    {
        var outcome = await CallAsync(
            request.Destination, route, channel => channel.SendAsync(request, cancellationToken), cancellationToken);
        await PauseAsync(route, outcome, intent.At, cancellationToken);
        var known = intent with
        {
            State = StateOf(outcome),
            Reference = ReferenceOf(outcome),
            Reason = ReasonOf(outcome, request.Destination),
        };
        return await SaveAsync(known, cancellationToken);
    }

    /// <summary>Takes the last test message down. Five transactions, and the channel's call.</summary>
    public async Task<Result<TestSend>> RemoveAsync(Destination destination, Person by, CancellationToken cancellationToken)
    {
        if (await FindAsync(destination.Id, cancellationToken) is not { Value: { Reference: { } reference, State: TestState.Sent } sent }
            || routing.Find(destination) is not { IsValid: true, Value: { Channel: not null } route })
        {
            return new Problem(nameof(ProblemTexts.TestNothingThere), null, destination.Name);
        }

        var now = time.GetUtcNow();
        if (Waits(destination, route, await health.ReadAsync(cancellationToken), now) is { } waits)
        {
            return waits;
        }

        await records.NoteAsync(
            DirectoryTable.Destinations, destination.Id.ToString(), new(now, by.Id, "test-removed"), cancellationToken);
        var outcome = await CallAsync(
            destination,
            route,
            channel => channel.RemoveAsync(RequestOf(destination, sent, route, by), reference, cancellationToken),
            cancellationToken);
        await PauseAsync(route, outcome, now, cancellationToken);
        return outcome is SendOutcome.Delivered
            ? await SaveAsync(sent with { State = TestState.Removed, Reference = null }, cancellationToken)
            : ReasonOf(outcome, destination)!;
    }

    private Problem? WhyNot(Destination destination, Parsed<ChannelRoute> route, KnownHealth known, DateTimeOffset now) =>
        destination.IsByHand || destination.Channel is ChannelKind.Website or ChannelKind.TelegramVoice
            ? new(nameof(ProblemTexts.TestNotHere), null, destination.Name)
        : !route.IsValid ? route.Problems[0]
        : routing.NeedsPicture(destination) ? new(nameof(ProblemTexts.TestNeedsPicture), null, destination.Name)
        : Waits(destination, route.Value, known, now);

    private static Problem? Waits(Destination destination, ChannelRoute route, KnownHealth known, DateTimeOffset now) =>
        known.Of(route.Lane)?.PausedUntil is { } until && until > now
            ? new(nameof(ProblemTexts.TestLaneWaits), null, destination.Name, LocalTime.Text(until))
            : null;

    private async Task<SendOutcome> CallAsync(
        Destination destination, ChannelRoute route, Func<IChannel, Task<SendOutcome>> call, CancellationToken cancellationToken)
    {
        try
        {
            return await call(route.Channel!);
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            LogBroke(e, destination.Id);
            return new SendOutcome.Unknown(new(nameof(ProblemTexts.CheckBroke), null, destination.Name));
        }
    }

    /// <summary>What the channel asks of one message it asks of all that share the credential.</summary>
    private async Task PauseAsync(ChannelRoute route, SendOutcome outcome, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var pause = outcome is SendOutcome.Later { WholeLane: true, After: { } after } ? after : outcome.LanePause;
        if (pause is { } wait && wait > TimeSpan.Zero && route.Lane != ChannelRoute.PreviewLane)
        {
            await health.PauseLaneAsync(route.Lane, now + wait, cancellationToken);
        }
    }

    private SendRequest RequestOf(Destination destination, TestSend test, ChannelRoute route, Person by)
    {
        var words = new VersionText(
            PostTexts.TestTitle,
            Summary: null,
            PostTexts.TestBody.Replace("{0}", LocalTime.Text(test.At), StringComparison.Ordinal));
        Post post = new(
            new(new(Item, test.Revision, LanguageTag.Vietnamese), destination.Id),
            ItemKind.Article,
            words,
            by.Name,
            Speaker: null,
            site.Base.ToString(),
            [],
            Sample: false,
            test.At);
        return new(post, destination with { Address = test.Address }, route.Credential);
    }

    private static TestState StateOf(SendOutcome outcome) => outcome switch
    {
        SendOutcome.Delivered => TestState.Sent,
        SendOutcome.Unknown or SendOutcome.Duplicate => TestState.Unknown,
        _ => TestState.Refused,
    };

    private static string? ReferenceOf(SendOutcome outcome) => (outcome as SendOutcome.Delivered)?.Reference;

    private static Problem? ReasonOf(SendOutcome outcome, Destination destination) => outcome switch
    {
        SendOutcome.Later later => later.Reason,
        SendOutcome.Moved moved => new(nameof(ProblemTexts.DestinationMoved), null, destination.Name, moved.NewAddress),
        SendOutcome.Rejected rejected => rejected.Reason,
        SendOutcome.Closed closed => closed.Reason,
        SendOutcome.CredentialDead dead => dead.Reason,
        SendOutcome.ByHandOnly byHand => byHand.Reason,
        SendOutcome.Duplicate duplicate => duplicate.Reason,
        SendOutcome.Unknown unknown => unknown.Reason,
        _ => null,
    };

    private Task<Row<TestSend>?> FindAsync(DestinationId destination, CancellationToken cancellationToken) =>
        store.Destinations.FindAsync(Keys.TestSends, destination.ToString(), ConnectionsJson.Default.TestSend, cancellationToken);

    private Task<bool> SaveAsync(Row<TestSend>? read, TestSend test, CancellationToken cancellationToken) =>
        new Transaction(Keys.TestSends)
            .Save(read, test.Destination.ToString(), test, ConnectionsJson.Default.TestSend)
            .CommitAsync(store.Destinations, cancellationToken);

    private async Task<TestSend> SaveAsync(TestSend test, CancellationToken cancellationToken)
    {
        await new Transaction(Keys.TestSends)
            .Put(test.Destination.ToString(), test, ConnectionsJson.Default.TestSend)
            .CommitAsync(store.Destinations, cancellationToken);
        return test;
    }

    [LoggerMessage(LogLevel.Warning, "A test message to {Destination} broke off")]
    private partial void LogBroke(Exception exception, DestinationId destination);
}
