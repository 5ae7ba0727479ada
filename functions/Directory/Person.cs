using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Dissemination.Problems;

namespace Dissemination.Directory;

/// <summary>Somebody who works with the program, known by office, not by name.</summary>
/// <param name="Commune">The commune of a communicator.</param>
/// <param name="Languages">The languages that he or she drafts and checks.</param>
internal sealed record Person(
    PersonId Id, string Name, ImmutableArray<Role> Roles, CommuneId? Commune, ImmutableArray<LanguageTag> Languages)
{
    /// <summary>The number by which Telegram knows him or her; null where none is known.</summary>
    public long? Telegram { get; init; }

    /// <summary>By which the provider of the sign-in knows him or her; null where the directory does not say.</summary>
    public string? Subject { get; init; }

    /// <summary>The address that he or she signs in with where no subject is told; null where none is known.</summary>
    public string? Email { get; init; }

    public bool Is(Role role) => Roles.Contains(role);

    /// <summary>Whether this person reads what every commune does: the province's people do, a communicator reads of the own one.</summary>
    [JsonIgnore]
    public bool ReadsAllCommunes => Is(Role.Staff) || Is(Role.Approver) || Is(Role.Leader);

    /// <summary>Whether this person reads what a commune does.</summary>
    public bool Reads(CommuneId commune) => ReadsAllCommunes || (Is(Role.Communicator) && Commune == commune);

    /// <summary>Why this person may not do what the province's staff does; null where he or she may.</summary>
    [JsonIgnore]
    public Problem? StaffProblem => Is(Role.Staff) ? null : new(nameof(ProblemTexts.NotStaff));
}
