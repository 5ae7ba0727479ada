using System.Collections.Immutable;
using Dissemination.Content;
using Dissemination.Directory;
using Dissemination.Storage;
using Dissemination.Translation;
using Dissemination.Translation.Review;

namespace Dissemination.Reviewing;

/// <summary>A translation as its reviewers are told of it.</summary>
/// <param name="Happened">The line of the record that tells how it came to stand as it does; null where none does.</param>
internal sealed record ReviewerView(
    Row<TranslatedVersion> Read, ItemContent Source, DirectorySnapshot Directory, HistoryEntry? Happened, DateTimeOffset Now)
{
    public TranslatedVersion Translation => Read.Value;

    public ImmutableArray<Person> Asked { get; } = ReviewerChoice.Of(Read.Value, Source, Directory, Now);

    /// <summary>Whether its people may still have to hear of it.</summary>
    public bool IsPending => Translation.IsOpen;

    public bool Asks(PersonId person) => Asked.Any(asked => asked.Id == person);

    /// <summary>By office, as the directory has it.</summary>
    public string NameOf(PersonId person) => Directory.Find(person)?.Name ?? person.Value;
}
