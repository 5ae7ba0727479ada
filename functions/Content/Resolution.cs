using System.Collections.Immutable;

namespace Dissemination.Content;

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
