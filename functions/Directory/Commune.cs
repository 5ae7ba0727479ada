using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Dissemination.Storage;

namespace Dissemination.Directory;

[JsonConverter(typeof(NamedEnumConverter<CommuneKind>))]
internal enum CommuneKind
{
    Commune,
    Ward,
}

/// <summary>Whether a commune's posts go out at once or wait for its own confirmation.</summary>
[JsonConverter(typeof(NamedEnumConverter<ReleasePolicy>))]
internal enum ReleasePolicy
{
    Automatic,
    Confirm,
}

/// <summary>A commune or ward.</summary>
/// <param name="Languages">What its people speak besides Vietnamese; data of the province, never guessed.</param>
internal sealed record Commune(CommuneId Id, string Name, CommuneKind Kind, ImmutableArray<LanguageTag> Languages, ReleasePolicy Release)
{
    public bool Speaks(LanguageTag language) => language.IsVietnamese || Languages.Contains(language);
}
