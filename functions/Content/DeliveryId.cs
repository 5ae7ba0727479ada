using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using Dissemination.Directory;
using Dissemination.Storage;

namespace Dissemination.Content;

/// <summary>
/// One language version to one destination, written <c>khai-mac.2.blt-Tavt.bung-lao.telegram</c>: a pure function of the two, so that the
/// same delivery can never be made twice. Taking a post down is a delivery of its own, written with <c>.remove</c> behind it.
/// </summary>
[JsonConverter(typeof(StringIdConverter<DeliveryId>))]
internal readonly record struct DeliveryId(VersionId Version, DestinationId Destination, bool Removes = false) : IStringId<DeliveryId>
{
    private const string Removal = "remove";

    /// <summary>
    /// The partition with all deliveries of its language version to its commune: what it is written as, up to the commune.
    /// </summary>
    public string Partition => Keys.Deliveries(Version.ToString(), Destination.Commune.Value);

    /// <summary>Its row there: the rest of what it is written as.</summary>
    public string Row => Removes ? $"{Destination.Name}.{Removal}" : Destination.Name;

    /// <summary>
    /// What tells it apart from the other deliveries of its language version: what it is written as, without the version.
    /// </summary>
    public string Place => $"{Destination.Commune}.{Row}";

    public override string ToString() => $"{Partition}.{Row}";

    public static DeliveryId Parse(string s, IFormatProvider? provider) => IStringId<DeliveryId>.Read(s);

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out DeliveryId result)
    {
        result = default;
        if (s?.Split('.') is not [var item, var revision, var language, var commune, var name, .. var rest]
            || rest is not ([] or [Removal])
            || !VersionId.TryParse($"{item}.{revision}.{language}", provider, out var version)
            || !DestinationId.TryParse($"{commune}.{name}", provider, out var destination))
        {
            return false;
        }

        result = new(version, destination, rest is [Removal]);
        return true;
    }
}
