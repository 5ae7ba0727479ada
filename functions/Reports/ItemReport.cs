using System.Collections.Immutable;
using Dissemination.Content;
using Dissemination.Deliveries;
using Dissemination.Directory;

namespace Dissemination.Reports;

/// <summary>How far one item reached, commune by commune and language by language.</summary>
/// <param name="Removals">What became of taking its posts down, where that was asked for.</param>
/// <param name="At">When the figures were put together.</param>
internal sealed record ItemReport(
    Item Item, ItemContent Content, ImmutableArray<ReportLine> Lines, RemovalFigures Removals, DateTimeOffset At)
{
    public int Communes => Lines.Select(line => line.Commune.Id).Distinct().Count();

    /// <summary>Communes where it was delivered in each language that they speak.</summary>
    public int CommunesReached =>
        Lines.GroupBy(line => line.Commune.Id)
            .Count(commune => commune.All(line => line.Status is ReportLineStatus.Delivered or ReportLineStatus.PartlyDelivered));

    /// <summary>Communes with at least one measured figure.</summary>
    public int CommunesMeasured => Lines.Where(line => line.MeasuredAt is not null).Select(line => line.Commune.Id).Distinct().Count();

    public int Delivered => Lines.Sum(line => line.Delivered);

    public int Deliveries => Lines.Sum(line => line.Deliveries);

    public int HandTasksOpen => Lines.Sum(line => line.HandTasksOpen);

    public int Troubled => Lines.Sum(line => line.Troubled);

    public long? LinkOpens => Figures.Sum(Lines.Select(line => line.LinkOpens));

    public long? Attendance => Figures.Sum(Lines.Select(line => line.Attendance));

    /// <summary>Puts a report together: a pure function of what is stored.</summary>
    public static ItemReport Of(ReportInput input, DateTimeOffset now)
    {
        // Taking down is no post; a correction is the post of its revision.
        var posts = input.Deliveries.Where(delivery => delivery.Action is not DeliveryAction.Remove);
        var translationStates = input.Translations.ToDictionary(translation => translation.Id.Language, translation => translation.State);
        var byPlace = posts.ToLookup(delivery => (delivery.Id.Destination.Commune, delivery.Id.Version.Language));
        var byDelivery = input.Samples.ToDictionary(sample => sample.Delivery);
        var lines =
            from commune in input.Directory.Communes
            where input.Content.IsWantedIn(commune.Id)
            from language in commune.Languages.Prepend(LanguageTag.Vietnamese)
            select ReportLine.Of(
                commune,
                language,
                language.IsVietnamese ? null : translationStates.GetValueOrDefault(language),
                [.. byPlace[(commune.Id, language)]],
                byDelivery);
        return new(input.Item, input.Content, [.. lines], RemovalFigures.Of(input.Deliveries), now);
    }
}
