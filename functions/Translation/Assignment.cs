using Dissemination.Directory;

namespace Dissemination.Translation;

/// <summary>Whom the province asks for a translation, and until when. Others who may work at it still may.</summary>
/// <param name="Commune">The commune whose people are asked.</param>
/// <param name="Person">The one of them who is asked; null where it is all the same.</param>
internal sealed record Assignment(CommuneId Commune, PersonId? Person, DateTimeOffset? DueAt, PersonId By);
