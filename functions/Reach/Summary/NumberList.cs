using System.Text.Json;

namespace Dissemination.Reach.Summary;

/// <summary>Figures stored as a list of numbers, because a campaign holds a million of them.</summary>
internal static class NumberList
{
    /// <summary>What stands for a figure that there is none of.</summary>
    public const long None = -1;

    /// <summary>Reads a list over the numbers that stand for what it leaves out at its end.</summary>
    /// <exception cref="JsonException">It is no list of numbers, or too long.</exception>
    public static void Read(ref Utf8JsonReader reader, scoped Span<long> numbers)
    {
        if (reader.TokenType is not JsonTokenType.StartArray)
        {
            throw new JsonException("These are no figures.");
        }

        for (var place = 0; reader.Read() && reader.TokenType is not JsonTokenType.EndArray; place++)
        {
            numbers[place < numbers.Length ? place : throw new JsonException("These are too many figures.")] = reader.GetInt64();
        }
    }

    /// <summary>Writes a list without what, at its end, is what stands for nothing there.</summary>
    public static void Write(Utf8JsonWriter writer, scoped ReadOnlySpan<long> numbers, scoped ReadOnlySpan<long> nothing)
    {
        var length = numbers.Length;
        while (length > 1 && numbers[length - 1] == nothing[length - 1])
        {
            length--;
        }

        writer.WriteStartArray();
        foreach (var number in numbers[..length])
        {
            writer.WriteNumberValue(number);
        }

        writer.WriteEndArray();
    }
}
