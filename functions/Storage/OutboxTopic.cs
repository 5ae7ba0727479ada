using System.Text.Json.Serialization.Metadata;

namespace Dissemination.Storage;

/// <summary>One kind of next step: all its rows stand together in the outbox.</summary>
/// <param name="Name">What a trace calls the step.</param>
/// <param name="Prefix">What the keys of its rows begin with.</param>
/// <param name="KeyOf">The key of an entry: the same step wanted twice is one row.</param>
internal sealed record OutboxTopic<T>(string Name, string Prefix, JsonTypeInfo<T> Json, Func<T, string> KeyOf)
    where T : IOutboxEntry;
