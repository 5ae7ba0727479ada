using System.Collections.Immutable;

namespace Dissemination.Simulators.Zalo;

/// <summary>An article, as it really is there.</summary>
/// <param name="Body">The words of its blocks.</param>
public sealed record ZaloArticle(
    string Account,
    string Id,
    string Title,
    string Author,
    string Description,
    string Cover,
    ImmutableArray<string> Body,
    string Status,
    DateTimeOffset At)
{
    /// <summary>The pictures between its words, by their addresses.</summary>
    public ImmutableArray<string> Pictures { get; init; } = [];
}
