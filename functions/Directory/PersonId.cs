using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using Dissemination.Storage;

namespace Dissemination.Directory;

/// <summary>A person of the directory, for example <c>bung-lao-1</c>.</summary>
[JsonConverter(typeof(StringIdConverter<PersonId>))]
internal readonly record struct PersonId(string Value) : IStringId<PersonId>
{
    public override string ToString() => Value;

    public static PersonId Parse(string s, IFormatProvider? provider) => IStringId<PersonId>.Read(s);

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out PersonId result)
    {
        result = new(s ?? "");
        return Slug.IsValid(s);
    }
}
