using System.Collections.Immutable;
using Dissemination.Directory;
using Dissemination.Reach.Summary;
using Dissemination.Reports.Campaign;
using Dissemination.Web.Pages.Frame;

namespace Dissemination.Web.Pages.Campaign;

/// <summary>The communes as tiles, where the directory says how they lie to one another; the table beside says the same.</summary>
internal sealed class TileMap(CampaignReport report, CampaignQuery query)
{
    public const int Width = 88;
    public const int Height = 50;
    private const int Gap = 5;

    /// <summary>The letters that one line of a tile takes.</summary>
    private const int Letters = 8;

    public ImmutableArray<Tile> Tiles { get; } =
    [
        .. from row in report.Communes
           where row.Commune.Tile is not null
           let place = row.Commune.Tile!
           let stage = report.Stages.TryGetValue(row.Commune.Id, out var gravest) ? gravest : (CampaignStage?)null
           orderby place.Row, place.Column
           select new Tile(
               place.Column * (Width + Gap),
               place.Row * (Height + Gap),
               LinesOf(row.Commune.Name),
               $"{PageLabels.Of(row.Commune)}: {CampaignLabels.Of(stage)}",
               CampaignLabels.ToneOf(stage),
               query.OnCommune(row.Commune.Id, null)),
    ];

    public bool IsThere => !Tiles.IsEmpty;

    /// <summary>The same by name, for a screen that is too narrow for a map.</summary>
    public IEnumerable<Tile> ByName =>
        Tiles.OrderBy(tile => string.Join(' ', tile.Lines), CommuneLabels.ByName);

    /// <summary>The picture's own width and height.</summary>
    public (int Width, int Height) Size => (Tiles.Max(tile => tile.X) + Width + 2, Tiles.Max(tile => tile.Y) + Height + 2);

    private static ImmutableArray<string> LinesOf(string name) =>
        name.Length > Letters && name.LastIndexOf(' ') is > 0 and var cut ? [name[..cut], name[(cut + 1)..]] : [name];

    /// <summary>One commune.</summary>
    internal sealed record Tile(int X, int Y, ImmutableArray<string> Lines, string Says, string Tone, string Href);
}
