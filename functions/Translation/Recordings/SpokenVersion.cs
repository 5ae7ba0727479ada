using Dissemination.Content;
using Dissemination.Directory;
using Dissemination.Problems;
using Dissemination.Storage;

namespace Dissemination.Translation.Recordings;

/// <summary>A text that people may read aloud, with what it belongs to.</summary>
/// <param name="Words">The words that were approved last; null where none are, and nobody reads anything aloud.</param>
internal sealed record SpokenVersion(TextId Text, Row<Item> Item, ItemContent Content, VersionText? Words, DirectorySnapshot Directory)
{
    public SpokenText Spoken { get; } = SpokenText.Of(Words ?? VersionText.Empty);

    /// <summary>Why a person may not record it and listen to it; null for who may work at the translation, or posts the original.</summary>
    public Problem? WhyNot(Person person) =>
        !Text.Language.IsVietnamese ? TranslationAccess.Check(person, Text, Content, Directory)
        : !person.Is(Role.Communicator) || person.Commune is not { } commune ? new(nameof(ProblemTexts.NotACommunicator))
        : Content.IsWantedIn(commune, Directory) ? null
        : new(nameof(ProblemTexts.NotYourCommune), null, Directory.Find(commune)?.Name ?? commune.Value);

    /// <summary>The communes that would play it.</summary>
    public IEnumerable<CommuneId> Communes => Text.Commune is { } own
        ? [own]
        : TranslationAccess.CommunesOf(Content, Text.Language, Directory).Select(commune => commune.Id);
}
