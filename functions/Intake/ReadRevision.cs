using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Dissemination.Content;
using Dissemination.Storage;

namespace Dissemination.Intake;

/// <summary>A revision of an item that somebody read and decides about, written <c>item~revision</c>.</summary>
internal readonly record struct ReadRevision(ItemId Item, int Revision) : IStringId<ReadRevision>
{
    private const char Separator = '~';

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Item}{Separator}{Revision}");

    public static ReadRevision Parse(string s, IFormatProvider? provider) => IStringId<ReadRevision>.Read(s);

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out ReadRevision result)
    {
        result = default;
        if (s?.Split(Separator) is not [var id, var number]
            || IStringId<ItemId>.Find(id) is not { } item
            || !int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var revision))
        {
            return false;
        }

        result = new(item, revision);
        return true;
    }
}
