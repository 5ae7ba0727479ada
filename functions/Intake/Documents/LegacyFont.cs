using System.Text;
using Dissemination.Content;

namespace Dissemination.Intake.Documents;

/// <summary>A font that shows Vietnamese where western letters are stored. Known by its name, because letters alone deceive.</summary>
/// <param name="Capitals">Whether it shows small letters as capitals.</param>
internal sealed record LegacyFont(LegacyCoding Coding, bool Capitals)
{
    public static LegacyFont? Find(string? name) => name switch
    {
        null => null,
        _ when name.StartsWith(".Vn", StringComparison.OrdinalIgnoreCase) =>
            new(Coded("TCVN3"), name.EndsWith('H')),
        _ when name.StartsWith("VNI-", StringComparison.OrdinalIgnoreCase) || name.StartsWith("VNI ", StringComparison.OrdinalIgnoreCase) =>
            new(Coded("VNI"), Capitals: false),
        _ when name.StartsWith("VPS ", StringComparison.OrdinalIgnoreCase) => new(Coded("VPS"), name.EndsWith('H')),
        _ => null,
    };

    /// <summary>What is meant: each letter by itself, all others as they are.</summary>
    public string ToUnicode(string text)
    {
        var (meant, at) = (new StringBuilder(text.Length), 0);
        while (at < text.Length)
        {
            if (at + 1 < text.Length && Coding.Letters.TryGetValue(text.Substring(at, 2), out var pair))
            {
                meant.Append(pair);
                at += 2;
                continue;
            }

            meant.Append(Coding.Letters.TryGetValue(text[at].ToString(), out var letter) ? letter : text[at].ToString());
            at++;
        }

        var result = meant.ToString();
        return (Capitals ? result.ToUpperInvariant() : result).Normalize();
    }

    private static LegacyCoding Coded(string name) =>
        LegacyCoding.All.First(coding => coding.Name.StartsWith(name, StringComparison.Ordinal));
}
