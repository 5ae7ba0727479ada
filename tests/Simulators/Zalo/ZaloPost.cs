using System.Collections.Immutable;

namespace Dissemination.Simulators.Zalo;

/// <summary>A message in a group, as it really is there.</summary>
/// <param name="Picture">The bytes of its picture, if it has one.</param>
public sealed record ZaloGroupMessage(string Account, string Group, string Message, string Text, byte[]? Picture, DateTimeOffset At);

/// <summary>An article, as it really is there.</summary>
/// <param name="Body">The words of its blocks.</param>
public sealed record ZaloArticle(
    string Account, string Id, string Title, string Author, string Description, string Cover, ImmutableArray<string> Body, string Status, DateTimeOffset At)
{
    /// <summary>The pictures between its words, by their addresses.</summary>
    public ImmutableArray<string> Pictures { get; init; } = [];
}

/// <summary>A broadcast, as its followers really get it.</summary>
public sealed record ZaloBroadcast(string Account, string Message, ImmutableArray<string> Articles, DateTimeOffset At);

/// <summary>A group that an account owns.</summary>
public sealed record ZaloGroup(string Id, string Name, int Members, string Status = "enabled");
