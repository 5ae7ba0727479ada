using Dissemination.Storage;
using Dissemination.Storage.Records;

namespace Dissemination.Web.Api;

/// <summary>A line of the record.</summary>
/// <param name="Number">Its place in the chain.</param>
/// <param name="Entry">What happened; null where somebody made it unreadable.</param>
internal sealed record RecordLineAnswer(long Number, DateOnly Day, HistoryEntry? Entry, string Hash)
{
    public static RecordLineAnswer Of(RecordLine line) => new(line.Number, line.Day, line.FindEntry(), line.Hash);
}
