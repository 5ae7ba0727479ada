using System.Diagnostics.CodeAnalysis;
using Dissemination.Storage;

namespace Dissemination.Web.Api;

/// <summary>A state or kind by the name that an address has for it, for example <c>village-group</c>.</summary>
internal readonly record struct Named<T>(T Value) : IParsable<Named<T>>
    where T : struct, Enum
{
    public static Named<T> Parse(string s, IFormatProvider? provider) =>
        TryParse(s, provider, out var named) ? named : throw new FormatException($"'{s}' is not a {typeof(T).Name}.");

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out Named<T> result)
    {
        var found = s is null ? null : EnumNames.Find<T>(s);
        result = new(found.GetValueOrDefault());
        return found is not null;
    }
}
