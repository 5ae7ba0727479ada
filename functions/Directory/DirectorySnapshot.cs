using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Dissemination.Directory;

/// <summary>The accepted directory as a whole: it is checked as a whole and replaced as a whole.</summary>
internal sealed class DirectorySnapshot
{
    private readonly Lazy<ImmutableDictionary<CommuneId, Commune>> _communes;
    private readonly Lazy<ILookup<CommuneId, Destination>> _destinations;
    private readonly Lazy<ILookup<DestinationId, FormerDestination>> _former;
    private readonly Lazy<ImmutableDictionary<PersonId, Person>> _people;
    private readonly Lazy<ImmutableDictionary<long, Person>> _telegrams;
    private readonly Lazy<ImmutableDictionary<string, Person>> _subjects;
    private readonly Lazy<ImmutableDictionary<string, Person>> _emails;
    private readonly Successors _successors;

    [JsonConstructor]
    public DirectorySnapshot(ImmutableArray<Commune> communes, ImmutableArray<Destination> destinations, ImmutableArray<Person> people)
    {
        _successors = new(communes);
        (Communes, Destinations) = (communes, destinations);
        People = [.. people.Select(InSuccessor)];
        _communes = new(() => Communes.ToImmutableDictionary(commune => commune.Id));
        _destinations = new(() => Destinations.ToLookup(destination => destination.Id.Commune));
        _former = new(() => Past.Former.OrderBy(former => former.Until).ToLookup(former => former.Destination.Id));
        _people = new(() => People.ToImmutableDictionary(person => person.Id));
        _telegrams = new(() => People.Where(person => person.Telegram is not null).ToImmutableDictionary(person => person.Telegram!.Value));
        _subjects = new(() => People.Where(person => person.Subject is not null)
            .ToImmutableDictionary(person => person.Subject!, StringComparer.Ordinal));
        _emails = new(() => People.Where(person => person.Email is not null)
            .ToImmutableDictionary(person => person.Email!, StringComparer.OrdinalIgnoreCase));
    }

    public static DirectorySnapshot Empty { get; } = new([], [], []);

    public ImmutableArray<Commune> Communes { get; }

    public ImmutableArray<Destination> Destinations { get; }

    /// <summary>Who worked for a commune that was merged works for its successor.</summary>
    public ImmutableArray<Person> People { get; }

    public DirectoryPast Past { get; init => field = value ?? DirectoryPast.None; } = DirectoryPast.None;

    /// <summary>The communes that are no part of another.</summary>
    [JsonIgnore]
    public IEnumerable<Commune> Current => Communes.Where(commune => commune.MergedInto is null);

    public Commune? Find(CommuneId id) => _communes.Value.GetValueOrDefault(id);

    /// <summary>
    /// A commune of which something is told: where the directory names it no more, as it was named last, and by its id where nobody
    /// remembers.
    /// </summary>
    public Commune Known(CommuneId id) => Find(id) ?? LastOf(id) with { IsGone = true, MergedInto = null, Tile = null };

    public Person? Find(PersonId id) => _people.Value.GetValueOrDefault(id);

    /// <summary>Whose number on Telegram it is.</summary>
    public Person? FindByTelegram(long number) => _telegrams.Value.GetValueOrDefault(number);

    /// <summary>
    /// Who signs in with an account. An address counts only for somebody whose subject is not told: it may have passed to another since.
    /// </summary>
    /// <param name="email">The address, where the provider says that it is this account's; else null.</param>
    public Person? FindByAccount(string subject, string? email) =>
        _subjects.Value.GetValueOrDefault(subject)
        ?? (email is not null && _emails.Value.GetValueOrDefault(email) is { Subject: null } person ? person : null);

    public Destination? Find(DestinationId id) => _destinations.Value[id.Commune].FirstOrDefault(destination => destination.Id == id);

    /// <summary>The destinations of a commune and of those that became part of it.</summary>
    public IEnumerable<Destination> DestinationsOf(CommuneId commune) => FamilyOf(commune).SelectMany(part => _destinations.Value[part]);

    /// <summary>Who works for a commune.</summary>
    public IEnumerable<Person> CommunicatorsOf(CommuneId commune) =>
        People.Where(person => person.Is(Role.Communicator) && person.Commune == commune);

    /// <summary>How a destination was named before, the earliest first.</summary>
    public IEnumerable<FormerDestination> FormerOf(DestinationId id) => _former.Value[id];

    /// <inheritdoc cref="Successors.Of"/>
    public CommuneId Successor(CommuneId commune) => _successors.Of(commune);

    /// <inheritdoc cref="Successors.FamilyOf"/>
    public ImmutableArray<CommuneId> FamilyOf(CommuneId commune) => _successors.FamilyOf(commune);

    /// <summary>The row of the commune that answers for this one.</summary>
    public Commune? FindSuccessor(CommuneId commune) => Find(Successor(commune));

    /// <summary>The same, as what takes the place of another.</summary>
    public DirectorySnapshot After(DirectorySnapshot before, DateTimeOffset at) =>
        new(Communes, Destinations, People) { Past = DirectoryPast.Of(before, this, at) };

    private Commune LastOf(CommuneId id) =>
        Past.Gone.FirstOrDefault(commune => commune.Id == id)
        ?? new(id, id.Value, CommuneKind.Commune, [], ReleasePolicy.Confirm);

    private Person InSuccessor(Person person) =>
        person.Commune is { } commune && Successor(commune) is var successor && successor != commune
            ? person with { Commune = successor }
            : person;
}
