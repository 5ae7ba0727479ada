using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using Dissemination.Directory;
using Dissemination.Storage;

namespace Dissemination.Intake.Drafts;

/// <summary>A draft: a pure function of who dropped what, and when. Ids sort newest first.</summary>
[JsonConverter(typeof(StringIdConverter<DraftId>))]
internal readonly partial record struct DraftId(string Value) : IStringId<DraftId>
{
    /// <param name="number">Of several that came with one drop.</param>
    public static DraftId Of(PersonId by, DateTimeOffset at, ReadOnlySpan<byte> content, int number)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{by}\n{at.UtcTicks}\n{number}\n")));
        hash.AppendData(content);
        return new($"{Keys.TicksDescending(at)}-{Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 6))}");
    }

    public override string ToString() => Value;

    public static DraftId Parse(string s, IFormatProvider? provider) => IStringId<DraftId>.Read(s);

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out DraftId result)
    {
        result = new(s ?? "");
        return s is not null && Form().IsMatch(s);
    }

    [GeneratedRegex("^[0-9]{19}-[0-9a-f]{12}$", RegexOptions.CultureInvariant, Timeout.Infinite)]
    private static partial Regex Form();
}
