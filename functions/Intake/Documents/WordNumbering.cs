using System.Globalization;
using System.Text;
using DocumentFormat.OpenXml;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Dissemination.Intake.Documents;

/// <summary>
/// Counts the lists of a document as Word does: by their definition, so that a list which goes on after other lines goes on counting.
/// </summary>
internal sealed class WordNumbering(W.Numbering? numbering, WordStyles styles)
{
    private const int Levels = 9;

    /// <summary>Letters around a number: of a longer one, which would be written out before each point, the number is left.</summary>
    private const int MostAround = 255;

    private readonly Dictionary<int, W.NumberingInstance> _instances = (numbering?.Elements<W.NumberingInstance>() ?? [])
        .Where(one => one.NumberID?.Value is not null)
        .DistinctBy(one => one.NumberID!.Value)
        .ToDictionary(one => one.NumberID!.Value);

    private readonly Dictionary<int, W.AbstractNum> _abstracts = (numbering?.Elements<W.AbstractNum>() ?? [])
        .Where(one => one.AbstractNumberId?.Value is not null)
        .DistinctBy(one => one.AbstractNumberId!.Value)
        .ToDictionary(one => one.AbstractNumberId!.Value);

    private readonly Dictionary<int, int[]> _counters = [];
    private readonly HashSet<(int, int)> _begun = [];

    /// <returns>Null where the paragraph is in no list.</returns>
    public ListMarker? Next(W.Paragraph paragraph)
    {
        var (list, level, style) = styles.ListOf(paragraph);
        if (list == 0 || Find(list) is not { } found)
        {
            return null;
        }

        var at = Math.Clamp(level ?? LevelOfStyle(found.Abstract, style), 0, Levels - 1);
        var counters = Count(list, found, at);
        var definition = LevelAt(found, at);
        var format = definition?.NumberingFormat?.Val;
        return format?.Value == W.NumberFormatValues.Bullet ? new("", at, IsBullet: true)
            : format?.Value == W.NumberFormatValues.None ? null
            : new(TextOf(found, at, counters), at, IsBullet: false);
    }

    private (W.NumberingInstance Instance, W.AbstractNum Abstract)? Find(int list)
    {
        var instance = _instances.GetValueOrDefault(list);
        var of = AbstractOf(instance);
        if (of?.NumberingStyleLink?.Val?.Value is { } link && styles.ListOfStyle(link) is { } linked)
        {
            of = AbstractOf(_instances.GetValueOrDefault(linked)) ?? of;
        }

        return instance is null || of is null ? null : (instance, of);
    }

    private W.AbstractNum? AbstractOf(W.NumberingInstance? instance) =>
        instance?.AbstractNumId?.Val?.Value is { } id ? _abstracts.GetValueOrDefault(id) : null;

    private static int LevelOfStyle(W.AbstractNum of, string? style) =>
        style is null ? 0
        : of.Elements<W.Level>().FirstOrDefault(level => level.ParagraphStyleIdInLevel?.Val?.Value == style)?.LevelIndex?.Value ?? 0;

    private int[] Count(int list, (W.NumberingInstance Instance, W.AbstractNum Abstract) found, int at)
    {
        var key = found.Abstract.AbstractNumberId?.Value ?? -1;
        if (!_counters.TryGetValue(key, out var counters))
        {
            _counters[key] = counters = new int[Levels];
            Array.Fill(counters, int.MinValue);
        }

        // A level that was not met yet shows where it begins.
        for (var above = 0; above < at; above++)
        {
            counters[above] = counters[above] == int.MinValue ? StartAt(found, above) : counters[above];
        }

        var isRestarted = _begun.Add((list, at))
            && Override(found.Instance, at)?.StartOverrideNumberingValue is not null;
        counters[at] = isRestarted || counters[at] == int.MinValue ? StartAt(found, at) : counters[at] + 1;
        for (var below = at + 1; below < Levels; below++)
        {
            counters[below] = LevelAt(found, below)?.LevelRestart?.Val?.Value == 0 ? counters[below] : int.MinValue;
        }

        return counters;
    }

    private static int StartAt((W.NumberingInstance Instance, W.AbstractNum Abstract) found, int at) =>
        Override(found.Instance, at)?.StartOverrideNumberingValue?.Val?.Value
        ?? LevelAt(found, at)?.StartNumberingValue?.Val?.Value ?? 1;

    private static W.LevelOverride? Override(W.NumberingInstance instance, int at) =>
        instance.Elements<W.LevelOverride>().FirstOrDefault(one => one.LevelIndex?.Value == at);

    private static W.Level? LevelAt((W.NumberingInstance Instance, W.AbstractNum Abstract) found, int at) =>
        Override(found.Instance, at)?.Level ?? found.Abstract.Elements<W.Level>().FirstOrDefault(level => level.LevelIndex?.Value == at);

    private static string TextOf((W.NumberingInstance Instance, W.AbstractNum Abstract) found, int at, int[] counters)
    {
        var definition = LevelAt(found, at);
        var text = new StringBuilder(definition?.LevelText?.Val?.Value is { Length: <= MostAround } around ? around : $"%{at + 1}.");
        for (var level = 0; level <= at; level++)
        {
            var format = definition?.IsLegalNumberingStyle is not null && level < at
                ? null
                : LevelAt(found, level)?.NumberingFormat?.Val;
            text.Replace($"%{level + 1}", Written(Math.Max(counters[level], 0), format));
        }

        return text.ToString().Trim();
    }

    private static string Written(int number, EnumValue<W.NumberFormatValues>? format)
    {
        var kind = format?.Value ?? W.NumberFormatValues.Decimal;
        return kind == W.NumberFormatValues.LowerLetter ? Letters(number, 'a')
            : kind == W.NumberFormatValues.UpperLetter ? Letters(number, 'A')
            : kind == W.NumberFormatValues.LowerRoman ? Roman(number).ToLowerInvariant()
            : kind == W.NumberFormatValues.UpperRoman ? Roman(number)
            : number.ToString(kind == W.NumberFormatValues.DecimalZero ? "00" : "0", CultureInfo.InvariantCulture);
    }

    /// <summary>Behind the last letter they are doubled: z, aa, bb.</summary>
    private static string Letters(int number, char first) =>
        number < 1 ? "0" : new string((char)(first + ((number - 1) % 26)), Math.Min(((number - 1) / 26) + 1, 20));

    private static string Roman(int number)
    {
        (int Value, string Sign)[] signs =
        [
            (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"),
            (5, "V"), (4, "IV"), (1, "I"),
        ];
        if (number is < 1 or > 3999)
        {
            return number.ToString(CultureInfo.InvariantCulture);
        }

        var roman = new StringBuilder();
        foreach (var (value, sign) in signs)
        {
            for (; number >= value; number -= value)
            {
                roman.Append(sign);
            }
        }

        return roman.ToString();
    }
}
