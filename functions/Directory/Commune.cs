using System.Collections.Immutable;

namespace Dissemination.Directory;

/// <summary>A commune or ward.</summary>
/// <param name="Languages">What its people speak besides Vietnamese; data of the province, never guessed.</param>
internal sealed record Commune(CommuneId Id, string Name, CommuneKind Kind, ImmutableArray<LanguageTag> Languages, ReleasePolicy Release)
{
    /// <summary>The commune that took it over; null where it goes on. What was sent under its name stays under it.</summary>
    public CommuneId? MergedInto { get; init; }

    public bool Speaks(LanguageTag language) => language.IsVietnamese || Languages.Contains(language);
}
