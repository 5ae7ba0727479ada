using Azure;
using Dissemination.Storage;

namespace Dissemination.Deliveries.Waiting;

/// <summary>One of the rows of what stands together in a list.</summary>
/// <param name="Number">At the end of its key.</param>
/// <param name="Row">Null where it cannot be read: then it stays as it is, and people are told of it.</param>
internal sealed record WaitingPart(int Number, string RowKey, ETag ETag, Row<WaitingRow>? Row);
