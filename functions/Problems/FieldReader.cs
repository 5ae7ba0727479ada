using System.Collections.Immutable;
using System.Globalization;

namespace Dissemination.Problems;

/// <summary>Reads the values of one record and gathers everything that is wrong with them. What is never asked for is unknown.</summary>
internal sealed class FieldReader
{
    private const string FlagWords = "true, false, 1, 0, có, không";

    private readonly GroupField _group;
    private readonly List<Problem> _problems;
    private readonly Dictionary<string, Field> _fields = new(StringComparer.Ordinal);
    private readonly HashSet<string> _asked = new(StringComparer.Ordinal);

    public FieldReader(GroupField group, List<Problem> problems)
    {
        (_group, _problems) = (group, problems);
        foreach (var (name, field) in group.Members)
        {
            if (!_fields.TryAdd(name, field))
            {
                Report(nameof(ProblemTexts.KeyTwice), field.Place, name);
            }
        }
    }

    /// <summary>Where a value stands, or would stand.</summary>
    public Place PlaceOf(string name) =>
        _fields.TryGetValue(name, out var field)
            ? field.Place
            : _group.Place with { Field = _group.Place.Field is { } outer ? $"{outer}.{name}" : name };

    /// <summary>Whether it was written at all.</summary>
    public bool Has(string name) => _fields.ContainsKey(name);

    /// <summary>Reports a problem. What nobody sees in the words that it quotes is named, and said to be the likely reason.</summary>
    public void Report(string code, Place place, params ImmutableArray<string> arguments)
    {
        ImmutableArray<string> named = [.. arguments.Select(Invisible.Named)];
        _problems.Add(new(code, place, named));
        if (named.Zip(arguments).FirstOrDefault(each => each.First != each.Second).First is { } shown)
        {
            _problems.Add(new(nameof(ProblemTexts.InvisibleInside), place, shown));
        }
    }

    /// <summary>The text, or null where it is absent or empty.</summary>
    public string? Text(string name) => TextOf(name)?.Words;

    /// <summary>A date, a choice or an id, without the remark that may stand behind it; null where it is absent or empty.</summary>
    public string? Value(string name) => TextOf(name) is { Value.Length: > 0 } text ? text.Value : null;

    private TextField? TextOf(string name)
    {
        switch (Ask(name))
        {
            case TextField { Words.Length: > 0 } text:
                return text;
            case ListField or GroupField:
                Report(nameof(ProblemTexts.ValueNotText), PlaceOf(name), name);
                return null;
            default:
                return null;
        }
    }

    /// <summary>The text; reported and empty where there is none.</summary>
    public string Required(string name) => RequiredOf(name)?.Words ?? "";

    /// <summary>A name, needed, without anything in it that nobody sees: it is looked for and compared.</summary>
    public string Name(string name)
    {
        var text = Required(name);
        if (text.Any(Invisible.Is))
        {
            Report(nameof(ProblemTexts.InvisibleInside), PlaceOf(name), Invisible.Named(text));
        }

        return text;
    }

    private TextField? RequiredOf(string name)
    {
        if ((Ask(name) is null or TextField { Words.Length: 0 }) && !_group.Reported.Contains(name, StringComparer.Ordinal))
        {
            Report(nameof(ProblemTexts.RequiredKeyMissing), PlaceOf(name), name);
        }

        return TextOf(name);
    }

    /// <summary>The values of a YAML list, or of a cell separated by semicolons; each once.</summary>
    public ImmutableArray<TextField> List(string name)
    {
        ImmutableArray<TextField> values = Ask(name) switch
        {
            TextField text =>
                [.. text.Value.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(Invisible.Trim)
                    .Where(value => value.Length > 0).Select(value => text with { Value = value })],
            ListField list => [.. list.Elements.Select(Element).OfType<TextField>()],
            null => [],
            _ => Element(_fields[name]) is { } one ? [one] : [],
        };
        foreach (var twice in values.GroupBy(value => value.Value, StringComparer.Ordinal).Where(same => same.Skip(1).Any()))
        {
            Report(nameof(ProblemTexts.ListedTwice), twice.Last().Place, twice.Key);
        }

        return values;

        TextField? Element(Field field)
        {
            if (field is TextField { Value.Length: > 0 } text)
            {
                return text;
            }

            Report(nameof(ProblemTexts.ValueNotText), field.Place, name);
            return null;
        }
    }

    /// <summary>One of the values that are taken; reported where it is another, or absent and has no value to fall back to.</summary>
    public T? Choice<T>(string name, IReadOnlyDictionary<string, T> options, string? fallback = null)
        where T : struct
    {
        var text = (fallback is null ? RequiredOf(name) : TextOf(name))?.Value ?? fallback ?? "";
        foreach (var (option, value) in options)
        {
            if (option.Equals(text, StringComparison.OrdinalIgnoreCase))
            {
                return value;
            }
        }

        if (text.Length > 0)
        {
            Report(nameof(ProblemTexts.NotAChoice), PlaceOf(name), text, string.Join(", ", options.Keys));
        }

        return null;
    }

    /// <summary>Yes or no, as people and spreadsheets write it; no where it is absent.</summary>
    public bool Flag(string name)
    {
        var text = TextOf(name)?.Value;
        switch (text?.ToLowerInvariant())
        {
            case null or "false" or "0" or "không" or "sai":
                return false;
            case "true" or "1" or "có" or "đúng":
                return true;
            default:
                Report(nameof(ProblemTexts.NotAChoice), PlaceOf(name), text, FlagWords);
                return false;
        }
    }

    public DateOnly Date(string name)
    {
        var text = RequiredOf(name)?.Value ?? "";
        if (!LocalTime.TryParseDate(text, out var date) && text.Length > 0)
        {
            Report(nameof(ProblemTexts.NotADate), PlaceOf(name), text);
        }

        return date;
    }

    public int? Count(string name)
    {
        var text = RequiredOf(name)?.Value ?? "";
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count))
        {
            return count;
        }

        if (text.Length > 0)
        {
            Report(nameof(ProblemTexts.NotACount), PlaceOf(name), text);
        }

        return null;
    }

    /// <summary>A group of values, or null where it is absent.</summary>
    public FieldReader? Group(string name)
    {
        switch (Ask(name))
        {
            case GroupField group:
                return new(group, _problems);
            case null or TextField { Value.Length: 0 }:
                return null;
            default:
                Report(nameof(ProblemTexts.ValueNotGroup), PlaceOf(name), name);
                return null;
        }
    }

    /// <summary>A list of groups of values.</summary>
    public IEnumerable<FieldReader> Groups(string name)
    {
        switch (Ask(name))
        {
            case ListField list:
                foreach (var field in list.Elements)
                {
                    if (field is GroupField group)
                    {
                        yield return new(group, _problems);
                    }
                    else
                    {
                        Report(nameof(ProblemTexts.ValueNotGroup), field.Place, name);
                    }
                }

                break;
            case null or TextField { Value.Length: 0 }:
                break;
            default:
                Report(nameof(ProblemTexts.ValueNotList), PlaceOf(name), name);
                break;
        }
    }

    /// <summary>Reports every name that was not asked for.</summary>
    public void Close()
    {
        foreach (var (name, field) in _fields.Where(field => !_asked.Contains(field.Key)))
        {
            Report(nameof(ProblemTexts.KeyUnknown), field.Place, name, string.Join(", ", _asked));
        }
    }

    private Field? Ask(string name)
    {
        _asked.Add(name);
        return _fields.GetValueOrDefault(name);
    }
}
