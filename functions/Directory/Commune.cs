using System.Collections.Immutable;

namespace Dissemination.Directory;

/// <summary>A commune or ward.</summary>
/// <param name="Languages">What its people speak besides Vietnamese; data of the province, never guessed.</param>
internal sealed record Commune(CommuneId Id, string Name, CommuneKind Kind, ImmutableArray<LanguageTag> Languages, ReleasePolicy Release)
{
    public bool Speaks(LanguageTag language) => language.IsVietnamese || Languages.Contains(language);
}
