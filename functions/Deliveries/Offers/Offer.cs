using System.Collections.Immutable;
using Dissemination.Directory;
using Dissemination.Publishing;

namespace Dissemination.Deliveries.Offers;

/// <summary>Something new in a commune, and what was published before it and may still go out there.</summary>
/// <param name="Beginnings">What is new and not decided about.</param>
internal sealed record Offer(Commune Commune, ImmutableArray<Beginning> Beginnings)
{
    /// <summary>Still valid, the newest first. Nothing of it goes out by itself.</summary>
    public ImmutableArray<OfferedVersion> Versions { get; init; } = [];

    /// <summary>What is decided about when all of it is.</summary>
    public DateTimeOffset Until => Beginnings.Max(beginning => beginning.At);

    /// <summary>The communes where something is new, with what is not decided about.</summary>
    public static ImmutableArray<Offer> Open(DirectorySnapshot directory, IReadOnlyDictionary<CommuneId, OfferDecision> decided) =>
    [
        .. from beginning in directory.Past.Beginnings
           let commune = directory.FindSuccessor(beginning.Commune)
           where commune is not null && (!decided.TryGetValue(commune.Id, out var before) || before.Until < beginning.At)
           group beginning by commune into news
           select new Offer(news.Key, [.. news]),
    ];

    /// <summary>Whether a version went out before something began here that would carry it.</summary>
    public bool IsFor(PublishedVersion published, DirectorySnapshot directory) =>
        Commune.Speaks(published.Version.Language)
        && Beginnings.Any(beginning => published.At < beginning.At && beginning switch
        {
            { Language: { } language } => language == published.Version.Language,
            { Destination: { } destination } => directory.Find(destination)?.Carries(published.Version.Language) == true,
            _ => true,
        });
}
