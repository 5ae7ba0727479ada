using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Serialization;
using Dissemination.Directory;
using Dissemination.Storage;

namespace Dissemination.Content;

/// <summary>
/// One language version to one destination, written <c>khai-mac.2.blt-Tavt.bung-lao.telegram</c>: a pure function of the two, so that the
/// same delivery can never be made twice. Correcting a post by other words of the same revision is a delivery of its own, written with
/// their
/// edition, <c>.edition-2</c>, behind it; and so is taking a post down, written with <c>.remove</c>.
/// </summary>
/// <param name="Edition">Which edition of the words it corrects a post by; 0 for the post itself.</param>
[JsonConverter(typeof(StringIdConverter<DeliveryId>))]
internal readonly record struct DeliveryId(VersionId Version, DestinationId Destination, bool Removes = false, int Edition = 0)
    : IStringId<DeliveryId>
{
    private const string Removal = "remove";
    private const string EditionPrefix = "edition-";

    /// <summary>What tells it apart from the other deliveries of its language version to its commune.</summary>
    public string Name =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{Destination.Name}{(Edition > 0 ? $".{EditionPrefix}{Edition}" : "")}{(Removes ? $".{Removal}" : "")}");

    /// <summary>
    /// What tells it apart from the other deliveries of its language version: what it is written as, without the version.
    /// </summary>
    public string Place => $"{Destination.Commune}.{Name}";

    /// <summary>Whether its words came before those of another to the same place: an earlier revision, or earlier words of one.</summary>
    public bool IsBefore(DeliveryId other) => (Version.Revision, Edition).CompareTo((other.Version.Revision, other.Edition)) < 0;

    public override string ToString() => $"{Version}.{Place}";

    public static DeliveryId Parse(string s, IFormatProvider? provider) => IStringId<DeliveryId>.Read(s);

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out DeliveryId result)
    {
        result = default;
        if (s?.Split('.') is not [var item, var revision, var language, var commune, var name, .. var rest]
            || !TryReadRest(rest, out var edition, out var removes)
            || !VersionId.TryParse($"{item}.{revision}.{language}", provider, out var version)
            || !DestinationId.TryParse($"{commune}.{name}", provider, out var destination))
        {
            return false;
        }

        result = new(version, destination, removes, edition);
        return true;
    }

    private static bool TryReadRest(ReadOnlySpan<string> rest, out int edition, out bool removes)
    {
        edition = 0;
        removes = rest is [.., Removal];
        return (removes ? rest[..^1] : rest) switch
        {
            [] => true,
            [var one] => one.StartsWith(EditionPrefix, StringComparison.Ordinal)
                && int.TryParse(one.AsSpan(EditionPrefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out edition)
                && edition > 0 && one[EditionPrefix.Length] != '0',
            _ => false,
        };
    }
}
