using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Dissemination.Directory;

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
    /// <summary>Who spreads it; null where its file does not say so.</summary>
    public string? Issuer { get; init; }

    /// <summary>Where it is spread; empty means everywhere.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public ImmutableArray<CommuneId> Communes
    {
        get => field.IsDefault ? [] : field;
        init => field = value.IsDefaultOrEmpty ? default : value;
    }

    /// <summary>The first day on which it is spread; null where nobody said so.</summary>
    public DateOnly? Begins { get; init; }

    /// <summary>The last day.</summary>
    public DateOnly? Ends { get; init; }

    /// <summary>The hand-in that brought it; null until it is stored.</summary>
    public HandInId? HandIn { get; init; }
}
