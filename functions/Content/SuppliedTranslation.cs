using Dissemination.Directory;

namespace Dissemination.Content;

/// <summary>A translation that came as a file or a column beside its item.</summary>
/// <param name="Hash">The hash of its words, to see whether it changed.</param>
/// <param name="By">Who handed it in, where that is known: he or she may not approve it.</param>
/// <param name="Sample">A sample that no speaker has checked; shown as one.</param>
internal sealed record SuppliedTranslation(
    ItemId Item,
    LanguageTag Language,
    VersionText Text,
    string Hash,
    string SourceFile,
    PersonId? By,
    bool Sample,
    DateTimeOffset At);
