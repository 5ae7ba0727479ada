using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Dissemination.Content;
using Dissemination.Directory;

namespace Dissemination.Translation.Recordings;

/// <summary>A recording that waits for somebody who listens to it, as lists show it.</summary>
/// <param name="Headline">Of the Vietnamese original.</param>
/// <param name="Communes">Those that would play it.</param>
/// <param name="Readers">Who read it: others listen to it.</param>
internal sealed record RecordingEntry(
    TextId Text,
    string Headline,
    ImmutableArray<CommuneId> Communes,
    ImmutableArray<PersonId> Readers,
    DateTimeOffset Since,
    int Milliseconds)
{
    [JsonIgnore]
    public TimeSpan Length => TimeSpan.FromMilliseconds(Milliseconds);

    /// <summary>Whether a person may be asked to listen to it.</summary>
    public bool IsFor(Person person, DirectorySnapshot directory) =>
        !Readers.Contains(person.Id) && Communes.Any(waiting => directory.Successor(waiting) == person.Commune);
}
