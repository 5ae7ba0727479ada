using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Dissemination.Content;
using Dissemination.Directory;

namespace Dissemination.Translation.Recordings;

/// <summary>A recording that a second person approved: the one file of the voice that is kept.</summary>
/// <param name="File">Its name in <c>recordings</c>.</param>
/// <param name="Words">The words that were read: <see cref="ContentHash.OfSpoken"/>. It is never played with others.</param>
/// <param name="Sentences">The same sentence by sentence, by their ids.</param>
internal sealed record ApprovedVoice(
    string File, long Bytes, int Milliseconds, Mp3Form Form, string Words, ImmutableArray<string> Sentences)
{
    /// <summary>Where each sentence is said; empty where the text was read in one go.</summary>
    public ImmutableArray<VoicePart> Parts { get; init; } = [];

    public ImmutableArray<PersonId> Readers { get; init; } = [];

    public required PersonId ReviewedBy { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>The how many-th of its text that was approved.</summary>
    public required int Number { get; init; }

    [JsonIgnore]
    public TimeSpan Length => TimeSpan.FromMilliseconds(Milliseconds);

    /// <summary>Whether it says the spoken words of a text, all of them and no others.</summary>
    public bool Says(VersionText text) => Words == ContentHash.OfSpoken(text);
}
