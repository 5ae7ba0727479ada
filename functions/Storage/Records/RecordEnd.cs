using System.Text.Json;

namespace Dissemination.Storage.Records;

/// <summary>The last line of the chain, or of a day of it: kept apart from the chain, it tells a chain that was cut or made anew.</summary>
internal sealed record RecordEnd(DateOnly Day, long Number, string Hash)
{
    /// <summary>One as it is kept apart; null where it is none.</summary>
    public static RecordEnd? Find(ReadOnlySpan<byte> json)
    {
        try
        {
            return JsonSerializer.Deserialize(json, StrictJson.Of(StorageJson.Default.RecordEnd));
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
