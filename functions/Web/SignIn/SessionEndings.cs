using System.Text.Json;
using Dissemination.Directory;
using Dissemination.Storage;
using Microsoft.Extensions.Options;

namespace Dissemination.Web.SignIn;

/// <summary>
/// Ends sessions before their time, here at once and in other copies of the program after three seconds. One blob, of which a copy is in
/// memory.
/// </summary>
internal sealed class SessionEndings(Store store, IOptions<OpenIdOptions> settings, TimeProvider time)
{
    /// <summary>What the record says that it was done to.</summary>
    public const string Subject = "access";

    private readonly CachedBlob<EndedSessions> _blob = new(
        store.Container(Containers.State).GetBlobClient("ended-sessions.json"),
        EndedSessions.None,
        blob => JsonSerializer.Deserialize(blob.Content.ToMemory().Span, SignInJson.Default.EndedSessions) ?? EndedSessions.None,
        time);

    /// <summary>Whether it ended, by its own time or by a person. Mostly no transaction.</summary>
    public async ValueTask<bool> IsEndedAsync(Session session, CancellationToken cancellationToken) =>
        session.IsOver(time.GetUtcNow(), settings.Value) || (await _blob.CurrentAsync(cancellationToken)).Contains(session);

    /// <summary>Ends one session. Two transactions.</summary>
    public Task EndAsync(Session session, CancellationToken cancellationToken) =>
        WriteAsync((ended, now) => ended.With(session, now), cancellationToken);

    /// <summary>Ends all sessions that a person has, wherever they are. Three transactions.</summary>
    /// <param name="by">Who wants it: the person, or one of the staff.</param>
    public async Task EndAllAsync(PersonId person, PersonId by, CancellationToken cancellationToken)
    {
        // Before it is done: nothing is done by nobody, whatever a crash cuts off.
        await store.RecordAsync(
            new HistoryEntry(Subject, time.GetUtcNow(), by.Value, "sessions-ended", Detail: person.Value), cancellationToken);
        await WriteAsync((ended, now) => ended.With(person, now), cancellationToken);
    }

    private Task<EndedSessions> WriteAsync(
        Func<EndedSessions, DateTimeOffset, EndedSessions> change, CancellationToken cancellationToken) =>
        OptimisticRetry.RunAsync(
            async Task<EndedSessions?> () =>
            {
                var read = await _blob.ReadAsync(cancellationToken);
                var now = time.GetUtcNow();
                var ended = change(read.Value.Since(now, settings.Value.Longest), now);
                var json = new BinaryData(ReadableJson.Write(ended, SignInJson.Default.EndedSessions), "application/json; charset=utf-8");
                return await _blob.TryReplaceAsync(read, ended, json, metadata: null, cancellationToken) ? ended : null;
            },
            "the ended sessions");
}
