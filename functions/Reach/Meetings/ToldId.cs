using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using Dissemination.Storage;

namespace Dissemination.Reach.Meetings;

/// <summary>
/// What was told, by what it was when it was told first: commune, day, and a hash of what tells it from another. So the same sheet taken
/// twice names the same records, and a record that is corrected keeps its id.
/// </summary>
[JsonConverter(typeof(StringIdConverter<ToldId>))]
internal readonly partial record struct ToldId(string Value) : IStringId<ToldId>
{
    /// <param name="number">From 2 on for another one of the same commune, time, kind and place.</param>
    public static ToldId Of(Told told, int number = 1)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(MeetingDecisions.MarkOf(told))).AsSpan(0, 6));
        var first = string.Create(CultureInfo.InvariantCulture, $"{told.Commune}.{told.Day:yyyyMMdd}.{hash}");
        return new(number == 1 ? first : string.Create(CultureInfo.InvariantCulture, $"{first}.{number}"));
    }

    public override string ToString() => Value;

    public static ToldId Parse(string s, IFormatProvider? provider) => IStringId<ToldId>.Read(s);

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out ToldId result)
    {
        result = new(s ?? "");
        return s is not null && Form().IsMatch(s);
    }

    [GeneratedRegex(
        @"^[a-z0-9][a-z0-9-]{0,62}\.[0-9]{8}\.[0-9a-f]{12}(\.[0-9]{1,3})?$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Form();
}
