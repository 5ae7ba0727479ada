using System.Globalization;
using Dissemination.Directory;

namespace Dissemination.Tests.Reach.Quarter;

/// <summary>The province's communes with few channels each, before and after the last one became part of the one before it.</summary>
internal sealed class QuarterDirectory
{
    public const string Thai = "blt-Tavt";
    public const string Mong = "hmn-Latn-x-chv";

    public const string People = """
        id,name,roles,commune,languages
        can-bo-tuyen-giao,Cán bộ tuyên giáo tỉnh (mẫu),staff,,
        lanh-dao-ban,Lãnh đạo Ban (mẫu),approver,,
        lanh-dao-tinh,Lãnh đạo tỉnh (mẫu),leader,,
        dich-thai,Người dịch tiếng Thái (mẫu),communicator,dien-bien-phu,vi;blt-Tavt
        """;

    private const string CommuneHeads = "id,name,kind,languages,release,tileColumn,tileRow,mergedInto";
    private const string PlaceHeads = "commune,id,channel,name,address,credential,languages";

    private readonly List<string[]> _rows;

    public QuarterDirectory(int communes)
    {
        _rows =
        [
            .. File.ReadLines(Path.Combine(RepositoryFiles.Root, "content", "directory", "communes.csv"))
                .Skip(1).Take(communes).Select(line => line.Split(',')),
        ];
        (Gone, Successor) = (new(_rows[^1][0]), new(_rows[^2][0]));
    }

    public CommuneId Gone { get; }

    public CommuneId Successor { get; }

    /// <summary>How the channels of the commune that was merged are named since; its page on Facebook was closed.</summary>
    public IEnumerable<(DestinationId Old, DestinationId Now)> Renamed =>
    [
        (new(Gone, "telegram"), new(Successor, "telegram-cu")),
        (new(Gone, "loa"), new(Successor, "loa-cu")),
        (new(Gone, "nhom"), new(Successor, "nhom-cu")),
        (new(Gone, "trang-tin"), new(Successor, "trang-tin")),
    ];

    public string Communes(bool merged) => string.Join('\n', _rows.Select((row, number) => string.Create(
        CultureInfo.InvariantCulture,
        $"{row[0]},{row[1]},{row[2]},{LanguagesOf(number)},{ReleaseOf(number)},{row[5]},{row[6]},{MergedInto(row, merged)}"))
        .Prepend(CommuneHeads));

    public string Destinations(bool merged) => string.Join('\n', _rows.SelectMany((row, number) => PlacesOf(row, number, merged))
        .Prepend(PlaceHeads));

    private string MergedInto(string[] row, bool merged) => merged && row[0] == Gone.Value ? Successor.Value : "";

    private static string LanguagesOf(int number) => (number % 4) switch
    {
        0 => Thai,
        1 => Mong,
        2 => $"{Thai};{Mong}",
        _ => "",
    };

    private static string ReleaseOf(int number) => number % 11 == 3 ? "confirm" : "automatic";

    private IEnumerable<string> PlacesOf(string[] row, int number, bool merged)
    {
        var (commune, suffix, isGone) = (row[0], "", row[0] == Gone.Value);
        if (isGone && merged)
        {
            (commune, suffix) = (Successor.Value, "-cu");
        }

        yield return $"{commune},telegram{suffix},telegram,Kênh Telegram {row[1]},-100{number},telegram_tinh,";
        yield return $"{commune},loa{suffix},loudspeaker,Loa {row[1]},,,";
        if (number % 3 == 0 || isGone)
        {
            yield return $"{commune},nhom{suffix},group,Nhóm {row[1]},Nhóm bản {row[1]},,vi";
        }

        if (suffix.Length == 0)
        {
            yield return $"{commune},facebook,facebook,Trang Facebook {row[1]},10{number:D5},facebook_{number},";
            yield return $"{commune},trang-tin,website,Trang tin {row[1]},,,";
        }
    }
}
