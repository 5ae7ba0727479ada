using System.Collections.Immutable;
using Dissemination.Directory;
using Dissemination.Translation;

namespace Dissemination.Deliveries.DirectoryChanges;

/// <summary>What is not finished where a change of the directory takes something away.</summary>
/// <param name="Deliveries">That are neither out nor given up, of the communes that it touches.</param>
/// <param name="Translations">That are open, of all languages.</param>
internal sealed record OpenWork(ImmutableArray<Delivery> Deliveries, ImmutableArray<InboxEntry> Translations)
{
    public static readonly OpenWork None = new([], []);

    public WorkCount Of(CommuneId commune) => WorkCount.Of(Deliveries.Where(delivery => delivery.Id.Destination.Commune == commune));

    public WorkCount Of(DestinationId destination) => WorkCount.Of(Deliveries.Where(delivery => delivery.Id.Destination == destination));

    /// <summary>How many open translations a person was asked for or has taken up.</summary>
    public int TranslationsOf(PersonId person) =>
        Translations.Count(entry => entry.Assignment?.Person == person || entry.Claim?.By == person);

    /// <summary>How many open translations of a language a commune waits for.</summary>
    public int TranslationsFor(CommuneId commune, LanguageTag language) =>
        Translations.Count(entry => entry.Version.Language == language && entry.Communes.Contains(commune));
}
