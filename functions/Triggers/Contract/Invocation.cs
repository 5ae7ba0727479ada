using System.Security.Cryptography;
using System.Text.Json;

namespace Dissemination.Triggers.Contract;

/// <summary>One request of the host: what woke the program, and with which data. It is valid while its request is answered.</summary>
internal sealed class Invocation
{
    private readonly JsonElement _data;
    private readonly JsonElement _metadata;

    private Invocation(string name, string invocationId, JsonElement data, JsonElement metadata) =>
        (Name, InvocationId, _data, _metadata) = (name, invocationId, data, metadata);

    /// <summary>The function's name, which is its folder's.</summary>
    public string Name { get; }

    public string InvocationId { get; }

    /// <exception cref="InvocationFormatException">The body is not an object with the objects Data and Metadata.</exception>
    public static Invocation Read(string name, string invocationId, JsonElement body)
    {
        if (body.ValueKind != JsonValueKind.Object)
        {
            throw new InvocationFormatException("The body is not a JSON object.");
        }

        return new(name, invocationId, ObjectOf(body, "Data"), ObjectOf(body, "Metadata"));
    }

    public BlobInvocation Blob(string binding)
    {
        var properties = Metadata("Properties") is { ValueKind: JsonValueKind.Object } found ? found : default;
        var content = ContractJson.Bytes(Datum(binding));
        return new()
        {
            Name = ContractJson.Undo(Metadata("name") ?? throw Missing("Metadata.name")),
            Content = content,
            Uri = ContractJson.Address(ContractJson.Undo(Metadata("Uri") ?? throw Missing("Metadata.Uri"))),
            ETag = ContractJson.Quoted(ContractJson.Text(properties, "ETag") is { Length: > 0 } etag ? etag : Convert.ToHexStringLower(SHA256.HashData(content.Span))),
            LastModified = ContractJson.Instant(properties, "LastModified") ?? throw Missing("Metadata.Properties.LastModified"),
            ContentType = ContractJson.Text(properties, "ContentType"),
            // The storage extension's releases call it by either name.
            Length = ContractJson.Number(properties, "Length") ?? ContractJson.Number(properties, "ContentLength"),
            Metadata = ContractJson.Texts(Metadata("Metadata")),
        };
    }

    public QueueInvocation Queue(string binding) =>
        new(ContractJson.Undo(Datum(binding)), Metadata("DequeueCount") is { } count ? ContractJson.SmallNumber(count) : null);

    public TimerInvocation Timer(string binding)
    {
        var timer = Datum(binding);
        if (timer.ValueKind != JsonValueKind.Object)
        {
            throw new InvocationFormatException($"Data.{binding} is not an object.");
        }

        var pastDue = ContractJson.Property(timer, "IsPastDue") is { ValueKind: JsonValueKind.True };
        return new(pastDue, ContractJson.Property(timer, "ScheduleStatus") is { ValueKind: JsonValueKind.Object } status
            ? new(Moment(status, "Last"), Moment(status, "Next"), Moment(status, "LastUpdated"))
            : null);
    }

    private static DateTimeOffset Moment(JsonElement status, string name) =>
        ContractJson.Instant(status, name) ?? throw Missing($"ScheduleStatus.{name}");

    private static JsonElement ObjectOf(JsonElement body, string name) =>
        ContractJson.Property(body, name) is { ValueKind: JsonValueKind.Object } found ? found : throw Missing(name);

    private static InvocationFormatException Missing(string what) => new($"{what} is missing or of another kind.");

    private JsonElement Datum(string binding) => ContractJson.Property(_data, binding) ?? throw Missing($"Data.{binding}");

    private JsonElement? Metadata(string name) => ContractJson.Property(_metadata, name);
}
