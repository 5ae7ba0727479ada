using System.Collections.Immutable;
using Dissemination.Directory;

namespace Dissemination.Web.Api;

/// <summary>Somebody of the directory, without the number by which Telegram knows him or her: it is nobody's else business.</summary>
internal sealed record PersonAnswer(
    PersonId Id, string Name, ImmutableArray<Role> Roles, CommuneId? Commune, ImmutableArray<LanguageTag> Languages)
{
    public static PersonAnswer Of(Person person) => new(person.Id, person.Name, person.Roles, person.Commune, person.Languages);
}
