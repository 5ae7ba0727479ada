using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Dissemination.Content;
using Dissemination.Directory;

namespace Dissemination.Translation.Recordings;

/// <summary>One text read aloud, and how far that is.</summary>
internal sealed record Recording
{
    public required TextId Text { get; init; }

    public required RecordingState State { get; init; }

    public required DateTimeOffset ChangedAt { get; init; }

    /// <summary>What was read and is not approved.</summary>
    public ImmutableArray<RecordedPart> Parts { get; init; } = [];

    /// <summary>All whose voice is in that. None of them may approve it.</summary>
    public ImmutableArray<PersonId> Readers { get; init; } = [];

    /// <summary>Who returned it, or took it back.</summary>
    public PersonId? ReviewedBy { get; init; }

    /// <summary>Why it was returned or taken back.</summary>
    public string? ReturnReason { get; init; }

    /// <summary>What was approved last; null where nothing was, or it was taken back.</summary>
    public ApprovedVoice? Voice { get; init; }

    /// <summary>How often one was approved.</summary>
    public int Count { get; init; }

    [JsonIgnore]
    public TimeSpan Length => TimeSpan.FromMilliseconds(Parts.Sum(part => part.Milliseconds));

    /// <summary>The files that belong to it.</summary>
    [JsonIgnore]
    public IEnumerable<string> Files => [.. Parts.Select(part => part.File), .. Voice is null ? (string[])[] : [Voice.File]];

    /// <summary>What was read of a sentence; null where that is missing.</summary>
    public RecordedPart? PartOf(SpokenSentence sentence) =>
        Parts.FirstOrDefault(part => part.Sentences.Contains(sentence.Id, StringComparer.Ordinal));
}
