using System.Collections.Concurrent;
using System.Globalization;
using System.Xml.Linq;
using Azure;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using Microsoft.AspNetCore.WebUtilities;

namespace Dissemination.Local.Listeners;

/// <summary>
/// Hides a message that is worked on for seconds and renews that, where the SDK's listener hides it for ten minutes: what a killed
/// host had in hand comes back soon. It stands in the listeners' own requests, so it serves every queue, the SDK's own too.
/// </summary>
internal sealed class MessageHold(QueueServiceClient queues, TimeProvider time, ILogger<MessageHold> log) : HttpPipelinePolicy
{
    public static readonly TimeSpan Hidden = TimeSpan.FromSeconds(15);

    /// <summary>Longer than any function may take: what is held still was forgotten.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);

    private const string Timeout = "visibilitytimeout";
    private const string Receipt = "popreceipt";

    private readonly ConcurrentDictionary<string, Held> _held = new(StringComparer.Ordinal);

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) => ProcessNext(message, pipeline);

    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        var uri = message.Request.Uri;
        var path = uri.Path.Split('/');
        switch (path)
        {
            case [.., var queue, "messages"] when message.Request.Method == RequestMethod.Get
                && uri.Query.Contains(Timeout, StringComparison.Ordinal):
                Set(uri, Timeout, Hidden.TotalSeconds.ToString(CultureInfo.InvariantCulture));
                await ProcessNextAsync(message, pipeline);
                Hold(queue, message.Response);
                break;
            case [.., "messages", var id] when _held.TryRemove(Uri.UnescapeDataString(id), out var held):
                using (held)
                {
                    Set(uri, Receipt, await held.EndAsync());
                }

                await ProcessNextAsync(message, pipeline);
                break;
            default:
                await ProcessNextAsync(message, pipeline);
                break;
        }
    }

    private static void Set(RequestUriBuilder uri, string name, string value)
    {
        var query = QueryHelpers.ParseQuery(uri.Query)
            .ToDictionary(pair => pair.Key, pair => (string?)pair.Value.ToString(), StringComparer.Ordinal);
        query[name] = value;
        uri.Query = QueryHelpers.AddQueryString("", query);
    }

    private void Hold(string queue, Response response)
    {
        if (response.Status != StatusCodes.Status200OK || response.ContentStream is not { } content)
        {
            return;
        }

        foreach (var message in XDocument.Load(content).Descendants("QueueMessage"))
        {
            var (id, receipt) = (message.Element("MessageId")!.Value, message.Element("PopReceipt")!.Value);
            _held[id] = new(queues.GetQueueClient(queue), id, receipt, time, log);
        }

        content.Position = 0;
    }

    /// <summary>A message whose time is renewed until whoever works on it is done.</summary>
    private sealed class Held : IDisposable
    {
        private readonly CancellationTokenSource _ended;
        private readonly Task<string> _renewing;

        public Held(QueueClient queue, string id, string receipt, TimeProvider time, ILogger log)
        {
            _ended = new(Longest, time);
            _renewing = RenewAsync(queue, id, receipt, time, log);
        }

        /// <returns>The receipt by which the message is known now.</returns>
        public async Task<string> EndAsync()
        {
            await _ended.CancelAsync();
            return await _renewing;
        }

        public void Dispose() => _ended.Dispose();

        private async Task<string> RenewAsync(QueueClient queue, string id, string receipt, TimeProvider time, ILogger log)
        {
            while (true)
            {
                await Task.Delay(Hidden / 3, time, _ended.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                if (_ended.IsCancellationRequested)
                {
                    return receipt;
                }

                try
                {
                    // Not cancelled half-way: an unheard answer would hold the receipt that the message needs next.
                    UpdateReceipt renewed = await queue.UpdateMessageAsync(
                        id, receipt, visibilityTimeout: Hidden, cancellationToken: CancellationToken.None);
                    receipt = renewed.PopReceipt;
                }
                catch (RequestFailedException failure)
                {
                    log.NotRenewed(queue.Name, failure);
                }
            }
        }
    }
}
