using System.Globalization;
using System.Text.Json;
using Azure.Storage.Blobs;
using Azure.Storage.Queues.Models;
using Dissemination.Local.Worker.Rpc;
using Google.Protobuf;
using Microsoft.Azure.WebJobs;

namespace Dissemination.Local.Listeners;

/// <summary>Writes what woke a function as the protocol has it.</summary>
internal static class Invocations
{
    /// <summary>The setting that holds the storage account, by which a worker opens a blob itself.</summary>
    public const string StorageSetting = "AzureWebJobsStorage";

    /// <param name="binding">The name of the trigger's parameter.</param>
    /// <param name="trigger">What the SDK's listener handed over.</param>
    public static InvocationRequest Of(string binding, object trigger) => trigger switch
    {
        BlobClient blob => Request(binding, new() { ModelBindingData = Reference(blob) }, ("Uri", Json(blob.Uri))),
        QueueMessage message => Request(
            binding,
            new() { String = message.Body.ToString() },
            ("Id", Json(message.MessageId)),
            ("DequeueCount", Json(message.DequeueCount)),
            ("InsertionTime", Json(message.InsertedOn)),
            ("ExpirationTime", Json(message.ExpiresOn))),
        TimerInfo timer => Request(binding, Json(new { timer.ScheduleStatus, timer.IsPastDue })),
        _ => throw new ArgumentException(
            string.Create(CultureInfo.InvariantCulture, $"No trigger hands over a {trigger.GetType()}."), nameof(trigger)),
    };

    /// <summary>The request itself goes to the worker's own web server; the function only hears of it.</summary>
    public static InvocationRequest OfHttp(string binding, string method, Uri url) =>
        Request(binding, new() { Http = new() { Method = method, Url = url.AbsoluteUri } });

    private static InvocationRequest Request(string binding, TypedData data, params (string Name, TypedData Value)[] metadata)
    {
        InvocationRequest request = new() { InputData = { new ParameterBinding { Name = binding, Data = data } } };
        foreach (var (name, value) in metadata)
        {
            request.TriggerMetadata[name] = value;
        }

        return request;
    }

    /// <summary>A blob by its name: no bytes of it go over the wire.</summary>
    private static ModelBindingData Reference(BlobClient blob) => new()
    {
        Version = "1.0",
        Source = "AzureStorageBlobs",
        ContentType = "application/json",
        Content = ByteString.CopyFrom(
            JsonSerializer.SerializeToUtf8Bytes(
                new { Connection = StorageSetting, ContainerName = blob.BlobContainerName, BlobName = blob.Name })),
    };

    private static TypedData Json<T>(T value) => new() { Json = JsonSerializer.Serialize(value) };
}
