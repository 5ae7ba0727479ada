using System.Collections.Immutable;
using System.Security.Cryptography;

namespace Dissemination.Channels.Cards;

/// <summary>
/// Be Vietnam Pro for Vietnamese and Mông, Tai Heritage Pro for Tai Viet: the second also has Latin letters, but not ỳ, ỷ, ỹ and ỵ. Their
/// files are in the program, with their licences.
/// </summary>
internal static class CardFonts
{
    private static readonly ImmutableArray<string> Subsets =
        ["be-vietnam-pro-latin", "be-vietnam-pro-vietnamese", "be-vietnam-pro-latin-ext", "tai-heritage-pro-tai-viet"];

    private static readonly Lazy<CardFont> RegularFont = new(() => Load(400));
    private static readonly Lazy<CardFont> BoldFont = new(() => Load(700));
    private static readonly Lazy<string> Hash = new(
        () => Convert.ToHexStringLower(SHA256.HashData([.. Files(400), .. Files(700)]).AsSpan(0, 6)));

    public static CardFont Regular => RegularFont.Value;

    public static CardFont Bold => BoldFont.Value;

    /// <summary>Another one makes other cards.</summary>
    public static string Version => Hash.Value;

    /// <summary>A file of a font's package, as it lies in the program.</summary>
    public static byte[] Read(string file)
    {
        using var resource = typeof(CardFonts).Assembly.GetManifestResourceStream($"fonts/{file}")
            ?? throw new InvalidOperationException($"The font file {file} is not in the program.");
        using var content = new MemoryStream();
        resource.CopyTo(content);
        return content.ToArray();
    }

    private static CardFont Load(int weight) => new([.. Subsets.Select(subset => new CardFace(Read(FileOf(subset, weight))))]);

    private static IEnumerable<byte> Files(int weight) => Subsets.SelectMany(subset => Read(FileOf(subset, weight)));

    private static string FileOf(string subset, int weight) => $"{subset}-{weight}-normal.woff";
}
