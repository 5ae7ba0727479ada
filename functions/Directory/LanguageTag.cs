using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using Dissemination.Storage;

namespace Dissemination.Directory;

/// <summary>
/// A language as written, for example <c>blt-Tavt</c>. Kept as a string: .NET drops <c>-x-…</c> from culture names
/// and makes up an empty culture for any tag at all.
/// </summary>
[JsonConverter(typeof(StringIdConverter<LanguageTag>))]
internal readonly record struct LanguageTag(string Value) : IStringId<LanguageTag>
{
    /// <summary>The language of every original.</summary>
    public static LanguageTag Vietnamese { get; } = new("vi");

    public bool IsVietnamese => this == Vietnamese;

    public override string ToString() => Value;

    public static LanguageTag Parse(string s, IFormatProvider? provider) => IStringId<LanguageTag>.Read(s);

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out LanguageTag result)
    {
        result = new(s ?? "");
        return s is not null && Languages.Find(result) is not null;
    }
}
