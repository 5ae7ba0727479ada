using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using Dissemination.Local.Listeners;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace Dissemination.Tests.Local.Listeners;

public sealed class MessageHoldTests(AzuriteFixture azurite) : IAsyncLifetime
{
    private static readonly TimeSpan TenMinutes = TimeSpan.FromMinutes(10);

    private readonly FakeTimeProvider _time = new();
    private readonly CountPolicy _renewals = new();
    private QueueClient _plain = null!;
    private QueueClient _held = null!;

    public async ValueTask InitializeAsync()
    {
        var name = "hold-" + System.Security.Cryptography.RandomNumberGenerator.GetHexString(8, lowercase: true);
        _plain = new(azurite.ConnectionString, name);
        QueueClientOptions counted = new();
        counted.AddPolicy(_renewals, HttpPipelinePosition.PerCall);
        QueueClientOptions options = new();
        options.AddPolicy(
            new MessageHold(new(azurite.ConnectionString, counted), _time, NullLogger<MessageHold>.Instance), HttpPipelinePosition.PerCall);
        _held = new(azurite.ConnectionString, name, options);
        await _plain.CreateAsync();
        await _plain.SendMessageAsync("a");
    }

    [Fact]
    public async Task A_message_is_hidden_for_seconds_where_the_listener_asked_for_minutes()
    {
        var received = await _held.ReceiveMessagesAsync(32, TenMinutes, TestContext.Current.CancellationToken);

        // By storage's own clock, which tells whole seconds.
        var hidden = Assert.Single(received.Value).NextVisibleOn!.Value - received.GetRawResponse().Headers.Date!.Value;
        Assert.InRange(hidden, TimeSpan.Zero, MessageHold.Hidden + TimeSpan.FromSeconds(1));
    }

    [Fact]
    public async Task It_is_renewed_while_it_is_worked_on_and_taken_off_with_its_newest_receipt()
    {
        var message = await TakeAsync();
        await RenewedAsync();

        await _held.DeleteMessageAsync(message.MessageId, message.PopReceipt, TestContext.Current.CancellationToken);

        Assert.Equal(0, (await _plain.GetPropertiesAsync(TestContext.Current.CancellationToken)).Value.ApproximateMessagesCount);
    }

    [Fact]
    public async Task A_message_that_failed_is_released_with_its_newest_receipt_and_not_renewed_any_more()
    {
        var message = await TakeAsync();
        await RenewedAsync();

        await _held.UpdateMessageAsync(
            message.MessageId,
            message.PopReceipt,
            visibilityTimeout: TimeSpan.Zero,
            cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal("a", (await _plain.ReceiveMessageAsync(TenMinutes, TestContext.Current.CancellationToken)).Value.Body.ToString());
    }

    public ValueTask DisposeAsync() => new(_plain.DeleteAsync());

    private async Task<QueueMessage> TakeAsync() =>
        Assert.Single((await _held.ReceiveMessagesAsync(32, TenMinutes, TestContext.Current.CancellationToken)).Value);

    /// <summary>Lets time pass until the receipt that was handed out is an old one.</summary>
    private Task RenewedAsync()
    {
        _time.Advance(MessageHold.Hidden / 3);
        return Eventually.IsTrueAsync(() => _renewals.Count > 0, "it was renewed");
    }

    /// <summary>Counts what the holder itself asks of storage.</summary>
    private sealed class CountPolicy : HttpPipelineSynchronousPolicy
    {
        private int _count;

        public int Count => Volatile.Read(ref _count);

        public override void OnReceivedResponse(HttpMessage message) => Interlocked.Increment(ref _count);
    }
}
