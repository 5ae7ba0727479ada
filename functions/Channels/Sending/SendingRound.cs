using Dissemination.Directory;
using Dissemination.Problems;
using Dissemination.Publishing;
using Dissemination.Storage;

namespace Dissemination.Channels.Sending;

/// <summary>A destination as the directory has it, with what was learned since.</summary>
internal sealed record KnownDestination(Destination Destination, DestinationStanding? Standing);

/// <summary>What one message's turn has come to so far.</summary>
internal sealed class SendingRound(DeliveryBatch batch, IReadOnlyDictionary<DestinationId, KnownDestination> destinations)
{
    private readonly List<(DestinationId Destination, DateTimeOffset Until)> _putOff = [];

    public DeliveryBatch Batch => batch;

    public IReadOnlyDictionary<DestinationId, KnownDestination> Destinations => destinations;

    /// <summary>What is to be sent in this turn.</summary>
    public List<Row<Delivery>> Ready { get; } = [];

    /// <summary>Until when the channel asked the lane to wait.</summary>
    public DateTimeOffset? PausedUntil { get; set; }

    /// <summary>Why the lane's credential serves no more.</summary>
    public Problem? Stopped { get; set; }

    public IEnumerable<DestinationId> PutOffDestinations => _putOff.Select(entry => entry.Destination);

    /// <summary>When the first of what was put off may be looked at again.</summary>
    public DateTimeOffset? NextTime => _putOff.Count == 0 ? null : _putOff.Min(entry => entry.Until);

    public void PutOff(Delivery delivery, DateTimeOffset until) => _putOff.Add((delivery.Id.Destination, until));
}
