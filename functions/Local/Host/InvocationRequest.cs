using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;

using Azure.Storage.Blobs.Models;
using Azure.Storage.Queues.Models;

using Dissemination.Triggers.Contract;

namespace Dissemination.Local.Host;

/// <summary>Writes the bodies that the host posts, encoding by encoding as the host does.</summary>
internal static class InvocationRequest
{
    public static byte[] ForQueue(FunctionDefinition function, string binding, QueueMessage message, string text, DateTimeOffset now)
    {
        Dictionary<string, JsonNode?> metadata = new(StringComparer.OrdinalIgnoreCase)
        {
            ["DequeueCount"] = Twice(message.DequeueCount.ToString(CultureInfo.InvariantCulture)),
            ["ExpirationTime"] = Instant(message.ExpiresOn),
            ["Id"] = Twice(Serialised(message.MessageId)),
            ["InsertionTime"] = Instant(message.InsertedOn),
            ["NextVisibleTime"] = Instant(message.NextVisibleOn),
            ["PopReceipt"] = Twice(Serialised(message.PopReceipt)),
        };
        foreach (var (name, value) in Properties(text))
        {
            metadata[name] = Value(value); // the host's own values give way to the message's
        }

        return Body(function, binding, Twice(Serialised(text)), metadata, now);
    }

    public static byte[] ForBlob(FunctionDefinition function, BlobTrigger trigger, string name, Uri address, BlobDownloadResult blob, DateTimeOffset now)
    {
        var details = blob.Details;
        JsonObject userMetadata = [];
        foreach (var (key, value) in details.Metadata)
        {
            userMetadata[key] = value;
        }

        Dictionary<string, JsonNode?> metadata = new(StringComparer.OrdinalIgnoreCase)
        {
            ["Uri"] = Twice(Serialised(address.AbsoluteUri)),
            ["Properties"] = new JsonObject
            {
                ["LastModified"] = Instant(details.LastModified),
                ["ContentType"] = details.ContentType,
                ["ETag"] = details.ETag.ToString("H"),
                ["Length"] = details.ContentLength,
                ["ContentHash"] = details.ContentHash is { } hash ? Convert.ToBase64String(hash) : null,
            },
            ["Metadata"] = userMetadata,
            [trigger.Placeholder] = Twice(Serialised(name)),
        };
        return Body(function, trigger.Binding, JsonValue.Create(blob.Content.ToArray(), InvocationJson.Default.ByteArray)!, metadata, now);
    }

    public static byte[] ForTimer(FunctionDefinition function, string binding, TimerInvocation timer, DateTimeOffset now)
    {
        JsonObject data = new()
        {
            ["Schedule"] = new JsonObject { ["AdjustForDST"] = true },
            ["ScheduleStatus"] = timer.ScheduleStatus is { } status
                ? new JsonObject { ["Last"] = Instant(status.Last), ["Next"] = Instant(status.Next), ["LastUpdated"] = Instant(status.LastUpdated) }
                : null,
            ["IsPastDue"] = timer.IsPastDue,
        };
        return Body(function, binding, data, [], now);
    }

    private static byte[] Body(FunctionDefinition function, string binding, JsonNode data, Dictionary<string, JsonNode?> metadata, DateTimeOffset now)
    {
        metadata["sys"] = new JsonObject
        {
            ["MethodName"] = function.Name,
            ["UtcNow"] = Instant(now),
            ["RandGuid"] = new Guid(RandomNumberGenerator.GetBytes(16)).ToString(),
        };
        return JsonSerializer.SerializeToUtf8Bytes(
            new JsonObject { ["Data"] = new JsonObject { [binding] = data }, ["Metadata"] = new JsonObject(metadata) },
            InvocationJson.Default.JsonObject);
    }

    /// <summary>The top-level properties of a message that is a JSON object.</summary>
    private static IEnumerable<KeyValuePair<string, JsonNode?>> Properties(string text)
    {
        try
        {
            return JsonNode.Parse(text) is JsonObject properties ? [.. properties] : [];
        }
        catch (Exception failure) when (failure is JsonException or ArgumentException) // ArgumentException: a property twice
        {
            return [];
        }
    }

    /// <summary>Objects stay objects; every other value is serialised once more.</summary>
    private static JsonNode? Value(JsonNode? value) => value switch
    {
        null => null,
        JsonObject => value.DeepClone(),
        _ => Twice(value.ToJsonString()),
    };

    private static JsonValue Twice(string serialised) => JsonValue.Create(serialised);

    private static string Serialised(string text) => JsonValue.Create(text).ToJsonString();

    private static JsonValue? Instant(DateTimeOffset? instant) => instant is { } at ? JsonValue.Create(at.ToString("o", CultureInfo.InvariantCulture)) : null;
}
