using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using Dissemination.Storage;

namespace Dissemination.Content;

/// <summary>One version of a handed-in file: a pure function of where it lies, when it came and its ETag. Ids sort newest first.</summary>
[JsonConverter(typeof(StringIdConverter<HandInId>))]
internal readonly partial record struct HandInId(string Value) : IStringId<HandInId>
{
    private const int TimeLength = 19;

    public static HandInId Of(string container, string file, DateTimeOffset lastModified, string etag)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{container}/{file}\n{etag.Trim('"')}"));
        return new($"{Keys.TicksDescending(lastModified)}-{Convert.ToHexStringLower(hash.AsSpan(0, 6))}");
    }

    /// <summary>When it came.</summary>
    public DateTimeOffset At =>
        new(DateTimeOffset.MaxValue.UtcTicks - long.Parse(
            Value.AsSpan(0, TimeLength), NumberStyles.None, CultureInfo.InvariantCulture), TimeSpan.Zero);

    /// <summary>Whether it came before another; of two in the same second neither did.</summary>
    public bool IsOlderThan(HandInId other) => string.CompareOrdinal(Value, 0, other.Value, 0, TimeLength) > 0;

    public override string ToString() => Value;

    public static HandInId Parse(string s, IFormatProvider? provider) => IStringId<HandInId>.Read(s);

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out HandInId result)
    {
        result = new(s ?? "");
        return s is not null && Form().IsMatch(s)
            && long.TryParse(s.AsSpan(0, TimeLength), NumberStyles.None, CultureInfo.InvariantCulture, out var ticks)
            && ticks <= DateTimeOffset.MaxValue.UtcTicks;
    }

    [GeneratedRegex("^[0-9]{19}-[0-9a-f]{12}$", RegexOptions.CultureInvariant, Timeout.Infinite)]
    private static partial Regex Form();
}
