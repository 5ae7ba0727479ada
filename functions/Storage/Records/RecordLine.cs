using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Dissemination.Storage.Records;

/// <summary>A line of the record as it stands in the chain.</summary>
/// <param name="Number">From 1 on, without a gap.</param>
/// <param name="Day">In Việt Nam; never before that of the line before.</param>
/// <param name="Text">The line as JSON, letter by letter as it was hashed.</param>
/// <param name="Before">The hash of the line before; empty for the first.</param>
/// <param name="Hash">Of all these.</param>
internal sealed record RecordLine(long Number, DateOnly Day, string Text, string Before, string Hash) : IFilteredRow
{
    /// <summary>What happened.</summary>
    /// <exception cref="InvalidDataException">The text is no line any more.</exception>
    [JsonIgnore]
    public HistoryEntry Entry => FindEntry()
        ?? throw new InvalidDataException($"The line {Number.ToString(CultureInfo.InvariantCulture)} of the record cannot be read.");

    [JsonIgnore]
    public RecordEnd End => new(Day, Number, Hash);

    [JsonIgnore]
    public IEnumerable<KeyValuePair<string, object>> FilteredBy => ColumnsOf(Entry);

    /// <summary>By what a line is looked for: it stands beside it, and is not hashed.</summary>
    public static IEnumerable<KeyValuePair<string, object>> ColumnsOf(HistoryEntry entry) =>
    [
        new(nameof(HistoryEntry.Who), entry.Who),
        new(nameof(HistoryEntry.What), entry.What),
        new(nameof(HistoryEntry.Subject), entry.Subject),
    ];

    /// <summary>What happened; null where somebody made the text something that is no line.</summary>
    public HistoryEntry? FindEntry()
    {
        try
        {
            return JsonSerializer.Deserialize(Text, StrictJson.Of(StorageJson.Default.HistoryEntry));
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
