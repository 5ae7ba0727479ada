using ETag = Azure.ETag;
using Azure.Data.Tables;
using Dissemination.Storage;

namespace Dissemination.Content;

/// <summary>What was handed in and what became of it: every version of every file.</summary>
internal sealed class HandIns(Store store)
{
    private const string Prefix = "handin.";

    /// <summary>The problems that a row shows; more would not fit, and nobody reads more before correcting these.</summary>
    private const int MostProblems = 200;

    /// <summary>Writes what became of a file; the same again changes nothing.</summary>
    public async Task SaveAsync(HandIn handIn, CancellationToken cancellation)
    {
        var shown = handIn with { Problems = [.. handIn.Problems.Take(MostProblems)] };
        var entity = RowCodec.ToEntity(Keys.Editorial, Keys.HandIn(handIn.Id.Value), shown, ContentJson.Default.HandIn);
        entity[nameof(HandIn.State)] = handIn.State.ToString();
        entity[nameof(HandIn.File)] = handIn.File;
        var transaction = new Transaction(Keys.Editorial).Add(TableTransactionActionType.UpsertReplace, entity, ETag.All);

        // The files of a directory settle each other.
        foreach (var file in handIn is { State: HandInState.Waiting, Container: Containers.Content } ? handIn.WaitsFor : [])
        {
            transaction.Put(Keys.Waiting(file, handIn.Id.Value), handIn with { Problems = [] }, ContentJson.Default.HandIn);
        }

        await transaction.CommitAsync(store.Editorial, cancellation);
    }

    public async Task<HandIn?> FindAsync(HandInId id, CancellationToken cancellation) =>
        (await store.Editorial.FindAsync(Keys.Editorial, Keys.HandIn(id.Value), ContentJson.Default.HandIn, cancellation))?.Value;

    /// <summary>A page of hand-ins, newest first; of one state or file where that is asked for.</summary>
    public Task<Page<HandIn>> ListAsync(HandInState? state, string? file, string? continuation, int size, CancellationToken cancellation)
    {
        var filter = TableReading.Prefix(Keys.Editorial, Prefix);
        if (state is { } wanted)
        {
            var name = wanted.ToString();
            filter += " and " + TableClient.CreateQueryFilter($"State eq {name}");
        }

        if (file is not null)
        {
            filter += " and " + TableClient.CreateQueryFilter($"File eq {file}");
        }

        return store.Editorial.PageAsync(filter, continuation, size, ContentJson.Default.HandIn, cancellation);
    }

    /// <summary>The hand-ins that wait for a file, by the notes of that.</summary>
    public IAsyncEnumerable<Row<HandIn>> WaitingForAsync(string file, CancellationToken cancellation) =>
        store.Editorial.StartingWithAsync(Keys.Editorial, Keys.Waiting(file, ""), ContentJson.Default.HandIn, cancellation);

    /// <summary>Forgets that a hand-in waits for a file; what became of it stays.</summary>
    public async Task ForgetWaitingAsync(Row<HandIn> note, CancellationToken cancellation) =>
        await new Transaction(Keys.Editorial).Delete(note).CommitAsync(store.Editorial, cancellation);
}
