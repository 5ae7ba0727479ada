using System.Text;

using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;

using Dissemination.Local.Host;
using Dissemination.Tests.Triggers;

using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Time.Testing;

using Xunit;

namespace Dissemination.Tests.Local;

public sealed class QueuePumpTests(AzuriteFixture azurite) : IAsyncDisposable
{
    private readonly HostBench _bench = new(azurite);

    [Fact]
    public async Task A_message_is_handed_over_once_and_then_gone()
    {
        var queue = await _bench.CreateQueueAsync();
        await queue.SendMessageAsync(Base64("""{"id":"mine","n":1}"""), TestContext.Current.CancellationToken);
        var pump = _bench.Pump(queue, await FunctionAsync());

        await HostBench.RunUntilAsync(stop => pump.RunAsync(stop, default), async () => await HostBench.CountAsync(queue) == 0, "the queue is empty");

        var invocation = Invocations.Read(Assert.Single(_bench.Bodies));
        Assert.Equal("""{"id":"mine","n":1}""", invocation.Queue("message").Text);
        Assert.Equal(1, invocation.Queue("message").DequeueCount);
    }

    [Fact]
    public async Task A_message_that_fails_five_times_goes_to_poison_as_it_was()
    {
        var queue = await _bench.CreateQueueAsync();
        var message = Base64("Điện Biên");
        await queue.SendMessageAsync(message, TestContext.Current.CancellationToken);
        _bench.Answer = context =>
        {
            context.Response.StatusCode = StatusCodes.Status500InternalServerError;
            return context.Response.WriteAsync("{}");
        };
        var poison = _bench.Storage.Queue(queue.Name + "-poison");
        var pump = _bench.Pump(queue, await FunctionAsync());

        await HostBench.RunUntilAsync(stop => pump.RunAsync(stop, default), async () => await HostBench.CountAsync(poison) == 1, "poison holds it");

        Assert.Equal([1, 2, 3, 4, 5], _bench.Bodies.Select(body => Invocations.Read(body).Queue("message").DequeueCount!.Value));
        Assert.Equal(0, await HostBench.CountAsync(queue));
        PeekedMessage kept = await poison.PeekMessageAsync(TestContext.Current.CancellationToken);
        Assert.Equal(message, kept.MessageText);
    }

    [Fact]
    public async Task An_empty_2xx_answer_is_a_failure_that_is_tried_again()
    {
        var queue = await _bench.CreateQueueAsync();
        await queue.SendMessageAsync(Base64("x"), TestContext.Current.CancellationToken);
        var tries = 0;
        var well = _bench.Answer;
        _bench.Answer = context =>
        {
            if (++tries > 1)
            {
                return well(context);
            }

            context.Response.StatusCode = StatusCodes.Status204NoContent;
            return Task.CompletedTask;
        };
        var pump = _bench.Pump(queue, await FunctionAsync());

        await HostBench.RunUntilAsync(stop => pump.RunAsync(stop, default), async () => await HostBench.CountAsync(queue) == 0, "the queue is empty");

        Assert.Equal(2, tries);
    }

    [Fact]
    public async Task A_failed_message_waits_as_long_as_host_json_says()
    {
        var queue = await _bench.CreateQueueAsync();
        await queue.SendMessageAsync(Base64("x"), TestContext.Current.CancellationToken);
        TaskCompletionSource tried = new();
        var pump = _bench.Pump(queue, (_, _, _) => Task.FromResult(!tried.TrySetResult()), HostBench.Pace with { RetryAfter = TimeSpan.FromDays(1) });

        await HostBench.RunUntilAsync(stop => pump.RunAsync(stop, default), async () => tried.Task.IsCompleted && await HostBench.CountAsync(queue) == 1, "it was tried");

        Assert.Null((await queue.PeekMessageAsync(TestContext.Current.CancellationToken)).Value);
    }

    [Fact]
    public async Task A_message_that_is_not_base64_goes_to_poison_unseen()
    {
        var queue = await _bench.CreateQueueAsync();
        await queue.SendMessageAsync("not base64!", TestContext.Current.CancellationToken);
        var poison = _bench.Storage.Queue(queue.Name + "-poison");
        var pump = _bench.Pump(queue, await FunctionAsync());

        await HostBench.RunUntilAsync(stop => pump.RunAsync(stop, default), async () => await HostBench.CountAsync(poison) == 1, "poison holds it");

        Assert.Empty(_bench.Bodies);
        PeekedMessage kept = await poison.PeekMessageAsync(TestContext.Current.CancellationToken);
        Assert.Equal("not base64!", kept.MessageText);
    }

    [Fact]
    public async Task A_message_that_ended_the_program_too_often_goes_to_poison_without_another_try()
    {
        var queue = await _bench.CreateQueueAsync();
        await queue.SendMessageAsync(Base64("x"), TestContext.Current.CancellationToken);
        for (var kill = 0; kill < HostBench.Pace.MaxTries; kill++)
        {
            QueueMessage taken = await queue.ReceiveMessageAsync(TimeSpan.FromSeconds(1), TestContext.Current.CancellationToken);
            await queue.UpdateMessageAsync(taken.MessageId, taken.PopReceipt, visibilityTimeout: TimeSpan.Zero, cancellationToken: TestContext.Current.CancellationToken);
        }

        var poison = _bench.Storage.Queue(queue.Name + "-poison");
        var pump = _bench.Pump(queue, await FunctionAsync());

        await HostBench.RunUntilAsync(stop => pump.RunAsync(stop, default), async () => await HostBench.CountAsync(poison) == 1, "poison holds it");

        Assert.Empty(_bench.Bodies);
    }

    [Fact]
    public async Task A_poison_queue_has_no_poison_queue_and_keeps_what_fails()
    {
        var queue = await _bench.CreateQueueAsync("-poison");
        await queue.SendMessageAsync(Base64("x"), TestContext.Current.CancellationToken);
        TaskCompletionSource tried = new();
        var pump = _bench.Pump(queue, (_, _, _) => Task.FromResult(!tried.TrySetResult()));

        await HostBench.RunUntilAsync(stop => pump.RunAsync(stop, default), () => Task.FromResult(tried.Task.IsCompleted), "it was tried");

        Assert.Equal(1, await HostBench.CountAsync(queue));
        Assert.False(await _bench.Storage.Queue(queue.Name + "-poison").ExistsAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_running_message_is_renewed_and_taken_off_with_its_newest_receipt()
    {
        await _bench.CreateQueueAsync();
        CountUpdates updates = new();
        QueueClientOptions options = new();
        options.AddPolicy(updates, HttpPipelinePosition.PerCall);
        QueueClient queue = new(azurite.ConnectionString, _bench.Unique, options);
        await queue.SendMessageAsync(Base64("x"), TestContext.Current.CancellationToken);
        FakeTimeProvider time = new();
        TaskCompletionSource taken = new();
        TaskCompletionSource<bool> done = new();
        var pump = _bench.Pump(queue, (_, _, _) =>
        {
            taken.SetResult();
            return done.Task;
        }, time: time);
        using CancellationTokenSource stop = new();
        var running = pump.RunAsync(stop.Token, default);
        await taken.Task;

        for (var renewal = 1; renewal <= 2; renewal++)
        {
            // Bit by bit: the pump may begin to wait a moment after it has renewed.
            await Eventually.IsTrueAsync(
                () =>
                {
                    time.Advance(QueuePump.Invisible / 10);
                    return updates.Count >= renewal;
                },
                "the message was renewed");
        }

        done.SetResult(true);
        await stop.CancelAsync();
        await running;

        Assert.Equal(0, await HostBench.CountAsync(queue)); // an older receipt could not have deleted it
    }

    [Fact]
    public async Task A_stop_waits_for_what_is_running()
    {
        var queue = await _bench.CreateQueueAsync();
        await queue.SendMessageAsync(Base64("x"), TestContext.Current.CancellationToken);
        TaskCompletionSource taken = new();
        TaskCompletionSource<bool> done = new();
        var pump = _bench.Pump(queue, (_, _, _) =>
        {
            taken.SetResult();
            return done.Task;
        });
        using CancellationTokenSource stop = new();
        var running = pump.RunAsync(stop.Token, default);
        await taken.Task;

        await stop.CancelAsync();
        Assert.False(running.IsCompleted);
        done.SetResult(true);
        await running;

        Assert.Equal(0, await HostBench.CountAsync(queue));
    }

    public ValueTask DisposeAsync() => _bench.DisposeAsync();

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));

    private async Task<DoMessage> FunctionAsync()
    {
        var handler = await _bench.StartHandlerAsync();
        FunctionDefinition function = new("Test", new QueueTrigger("message", _bench.Unique));
        return (message, text, cancellationToken) =>
            handler.InvokeAsync(function, InvocationRequest.ForQueue(function, "message", message, text, DateTimeOffset.UnixEpoch), cancellationToken);
    }

    private sealed class CountUpdates : HttpPipelineSynchronousPolicy
    {
        private int _count;

        public int Count => Volatile.Read(ref _count);

        public override void OnReceivedResponse(HttpMessage message)
        {
            if (message.Request.Method == RequestMethod.Put)
            {
                Interlocked.Increment(ref _count);
            }
        }
    }
}
