using System.Collections.Immutable;
using System.Globalization;
using Dissemination.Content;
using Dissemination.Deliveries;
using Dissemination.Directory;
using Dissemination.Web.Pages.Frame;

namespace Dissemination.Web.Pages.Staff;

/// <summary>What an item was posted, corrected and taken down at: commune by commune, and within one of them place by place.</summary>
public sealed class ItemDeliveriesModel : PageModel
{
    /// <summary>So many places are read on one page.</summary>
    private const int PageSize = 20;

    private readonly ImmutableArray<Delivery> _found;

    /// <param name="found">All that was looked for: what the reader may see of it.</param>
    internal ItemDeliveriesModel(
        PageFrame frame, ItemId item, ItemDeliveriesQuery query, ImmutableArray<Delivery> found, DirectorySnapshot directory)
        : base(frame)
    {
        (Item, Query, _found, Directory) = (item, query, found, directory);
        Communes = query.Commune is null && found.Length > PageSize && frame.Person?.ReadsAllCommunes == true
            ?
            [
                .. found.GroupBy(delivery => directory.Successor(delivery.Id.Destination.Commune))
                    .Select(commune => CommuneDeliveries.Of(commune.Key, [.. commune]))
                    .OrderByDescending(commune => commune.Troubled)
                    .ThenBy(commune => NameOf(commune.Commune), StringComparer.Create(CultureInfo.GetCultureInfo("vi"), ignoreCase: true)),
            ]
            : [];
    }

    internal ItemId Item { get; }

    internal ItemDeliveriesQuery Query { get; }

    internal DirectorySnapshot Directory { get; }

    /// <summary>The commune that the reader has chosen; null where there was no choice.</summary>
    internal CommuneId? Chosen => Frame.Person?.ReadsAllCommunes == true ? Query.Commune : null;

    /// <summary>The communes with how much there is in each; empty where the places themselves fit the page.</summary>
    internal ImmutableArray<CommuneDeliveries> Communes { get; }

    /// <summary>The places of this page.</summary>
    internal ImmutableArray<Delivery> Shown =>
    [
        .. _found.OrderBy(CommuneDeliveries.RankOf)
            .ThenBy(delivery => NameOf(delivery), StringComparer.Ordinal)
            .ThenBy(delivery => delivery.Id.ToString(), StringComparer.Ordinal)
            .Skip(Query.From)
            .Take(PageSize),
    ];

    /// <summary>From where the next page begins; null on the last one, and behind it.</summary>
    internal string? Next =>
        Query.From < _found.Length - PageSize ? (Query.From + PageSize).ToString(CultureInfo.InvariantCulture) : null;

    internal string Address => Query.AddressOf(Item);

    internal string AddressOf(CommuneId? commune) => (Query with { Commune = commune }).AddressOf(Item);

    /// <summary>Whether a person does it by hand, and the reader may see how.</summary>
    internal bool IsTaskOfReader(Delivery delivery) =>
        delivery is { IsByHand: true, State: DeliveryState.Due or DeliveryState.Delivered }
        && Frame.Person is { } person
        && (person.Is(Role.Staff) || person.Is(Role.Communicator));

    internal string NameOf(Delivery delivery) => Directory.NameOf(delivery.Id.Destination);

    internal string NameOf(CommuneId commune) => Directory.Find(commune) is { } known ? PageLabels.Of(known) : commune.Value;
}
