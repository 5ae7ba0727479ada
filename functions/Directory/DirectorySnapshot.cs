using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Dissemination.Directory;

/// <summary>The accepted directory as a whole: it is checked as a whole and replaced as a whole.</summary>
internal sealed class DirectorySnapshot
{
    private readonly Lazy<ImmutableDictionary<CommuneId, Commune>> _communes;
    private readonly Lazy<ILookup<CommuneId, Destination>> _destinations;
    private readonly Lazy<ImmutableDictionary<PersonId, Person>> _people;

    private readonly Lazy<ImmutableDictionary<long, Person>> _telegrams;

    [JsonConstructor]
    public DirectorySnapshot(ImmutableArray<Commune> communes, ImmutableArray<Destination> destinations, ImmutableArray<Person> people)
    {
        (Communes, Destinations, People) = (communes, destinations, people);
        _communes = new(() => Communes.ToImmutableDictionary(commune => commune.Id));
        _destinations = new(() => Destinations.ToLookup(destination => destination.Id.Commune));
        _people = new(() => People.ToImmutableDictionary(person => person.Id));
        _telegrams = new(() => People.Where(person => person.Telegram is not null).ToImmutableDictionary(person => person.Telegram!.Value));
    }

    public static DirectorySnapshot Empty { get; } = new([], [], []);

    public ImmutableArray<Commune> Communes { get; }

    public ImmutableArray<Destination> Destinations { get; }

    public ImmutableArray<Person> People { get; }

    public Commune? Find(CommuneId id) => _communes.Value.GetValueOrDefault(id);

    public Person? Find(PersonId id) => _people.Value.GetValueOrDefault(id);

    /// <summary>Whose number on Telegram it is.</summary>
    public Person? FindByTelegram(long number) => _telegrams.Value.GetValueOrDefault(number);

    public Destination? Find(DestinationId id) => DestinationsOf(id.Commune).FirstOrDefault(destination => destination.Id == id);

    public IEnumerable<Destination> DestinationsOf(CommuneId commune) => _destinations.Value[commune];
}
