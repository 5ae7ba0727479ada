using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Dissemination.Storage;

namespace Dissemination.Content;

[JsonConverter(typeof(NamedEnumConverter<TopicKind>))]
internal enum TopicKind
{
    Target,
    Task,
    Breakthrough,
}

/// <summary>One target, task or breakthrough of a resolution.</summary>
/// <param name="Figure">The figure of a target, as people write it.</param>
internal sealed record Topic(string Code, TopicKind Kind, string Text, string? Figure);

/// <summary>A published resolution and the topics that items may cover.</summary>
/// <param name="DeclaredTargets">How many targets the document holds; the list may hold fewer.</param>
/// <param name="DeclaredTasks">How many tasks the document holds.</param>
/// <param name="DeclaredBreakthroughs">How many breakthroughs the document holds.</param>
internal sealed record Resolution(
    string Id,
    string Title,
    DateOnly Adopted,
    int DeclaredTargets,
    int DeclaredTasks,
    int DeclaredBreakthroughs,
    ImmutableArray<Topic> Topics)
{
    /// <summary>The hand-in that brought it; null until it is stored.</summary>
    public HandInId? HandIn { get; init; }
}
