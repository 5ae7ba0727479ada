using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Dissemination.Problems;
using Dissemination.Storage;

namespace Dissemination.Content;

[JsonConverter(typeof(NamedEnumConverter<HandInState>))]
internal enum HandInState
{
    Accepted,
    Rejected,
}

/// <summary>What became of one version of a file that was handed in.</summary>
internal sealed record HandIn
{
    public required HandInId Id { get; init; }

    /// <summary>The container: <c>content</c> or <c>directory</c>.</summary>
    public required string Container { get; init; }

    public required string File { get; init; }

    public required DateTimeOffset At { get; init; }

    public required HandInState State { get; init; }

    /// <summary>Who handed it in, where that is known.</summary>
    public string? By { get; init; }

    /// <summary>The items that it holds.</summary>
    public ImmutableArray<ItemId> Items { get; init; } = [];

    /// <summary>How many of them are new or changed; 0 when the same file came again.</summary>
    public int Changed { get; init; }

    public ImmutableArray<Problem> Problems { get; init; } = [];
}
