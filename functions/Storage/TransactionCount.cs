using System.Collections.Frozen;
using System.Net;
using Azure.Core;
using Azure.Core.Pipeline;

namespace Dissemination.Storage;

/// <summary>
/// Counts every request to storage, tries that failed included: each is a transaction that is paid for, and a batch is one. Each is
/// counted for what it touches and whether it reads or writes, so that one sees what the money goes to.
/// </summary>
/// <param name="service"><c>table</c>, <c>queue</c> or <c>blob</c>.</param>
/// <param name="names">The tables, queues or containers that are told apart; all else is <see cref="Other"/>: no key, no blob's name and
/// no made-up address becomes a series of its own.</param>
internal sealed class TransactionCount(string service, IEnumerable<string> names) : HttpPipelineSynchronousPolicy
{
    /// <summary>What is no table, queue or container of the program: the service itself, or one that only the host knows.</summary>
    public const string Other = "other";

    /// <summary>Where a batch tells its table: its address does not.</summary>
    private const string Property = "batch-table";

    private readonly KeyValuePair<string, object?> _service = new("service", service);

    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _names =
        names.ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Until it is disposed of, what this flow of control sends to storage as a batch is for that table.</summary>
    public static IDisposable OfBatch(string table) =>
        HttpPipeline.CreateHttpMessagePropertiesScope(new Dictionary<string, object?>(StringComparer.Ordinal) { [Property] = table });

    public override void OnSendingRequest(HttpMessage message) =>
        Metrics.StorageTransactions.Add(1, _service, new("name", NameOf(message)), new("access", AccessOf(message.Request.Method)));

    private string NameOf(HttpMessage message)
    {
        var name = message.TryGetProperty(Property, out var table) ? ((string)table!).AsSpan() : NameIn(message.Request.Uri);
        return _names.TryGetValue(name, out var known) ? known : Other;
    }

    /// <summary>The first part of the path, or the second where the account is the first; without a table's keys.</summary>
    internal static ReadOnlySpan<char> NameIn(RequestUriBuilder uri)
    {
        var path = uri.Path.AsSpan().TrimStart('/');
        if (IsAccountInPath(uri.Host))
        {
            path = path.IndexOf('/') is >= 0 and var end ? path[(end + 1)..] : [];
        }

        return path.IndexOfAny('/', '(') is >= 0 and var length ? path[..length] : path;
    }

    /// <summary>Whether the account is told in the path: on a machine without a name for it, as Azurite's is.</summary>
    private static bool IsAccountInPath(string? host) => host == "localhost" || IPAddress.TryParse(host, out _);

    private static string AccessOf(RequestMethod method) =>
        method == RequestMethod.Get || method == RequestMethod.Head ? "read" : "write";
}
