using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Dissemination.Directory;
using Dissemination.Problems;
using Dissemination.Storage;

namespace Dissemination.Web.SignIn;

/// <summary>
/// The tokens of the API: one blob, of which a copy is in memory for three seconds. What is revoked is refused here at once, and by other
/// copies of the program after that.
/// </summary>
internal sealed class AccessTokenStore(Store store, TimeProvider time)
{
    /// <summary>Every token begins with it, so that whoever finds one in a file knows what it is.</summary>
    public const string Prefix = "dissem_";

    /// <summary>So many of one person are good at a time: of more nobody knows any longer where they lie.</summary>
    public const int MostGood = 20;

    private const int IdDigits = 16;
    private const int SecretDigits = 64;

    private readonly CachedBlob<AccessTokens> _blob = new(
        store.Container(Containers.State).GetBlobClient("access-tokens.json"),
        AccessTokens.None,
        blob => JsonSerializer.Deserialize(blob.Content.ToMemory().Span, SignInJson.Default.AccessTokens) ?? AccessTokens.None,
        time);

    /// <summary>The record of a token that is good now; null of any other text. Mostly no transaction.</summary>
    public async ValueTask<AccessToken?> FindGoodAsync(string text, CancellationToken cancellationToken)
    {
        if (text.Length != Prefix.Length + IdDigits + 1 + SecretDigits || !text.StartsWith(Prefix, StringComparison.Ordinal))
        {
            return null;
        }

        var (id, secret) = (text.Substring(Prefix.Length, IdDigits), text[^SecretDigits..]);
        return (await _blob.CurrentAsync(cancellationToken)).Find(id) is { } token
            && token.IsGood(time.GetUtcNow())
            && CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(token.Hash), Encoding.ASCII.GetBytes(HashOf(secret)))
                ? token
                : null;
    }

    /// <summary>All that are kept, the newest first, as they are now. One transaction.</summary>
    public async Task<AccessTokens> AllAsync(CancellationToken cancellationToken) => (await _blob.ReadAsync(cancellationToken)).Value;

    /// <summary>Makes a token that acts as the person who makes it. Four transactions.</summary>
    /// <returns>The token: it is told this once.</returns>
    public async Task<Result<string>> MakeAsync(TokenRequest wanted, CurrentPerson by, CancellationToken cancellationToken)
    {
        if (wanted.Problem is { } problem)
        {
            return problem;
        }

        var (person, now) = (by.Person.Id, time.GetUtcNow());
        if ((await AllAsync(cancellationToken)).GoodOf(person, now) >= MostGood)
        {
            return TooMany;
        }

        var id = RandomNumberGenerator.GetHexString(IdDigits, lowercase: true);
        var secret = RandomNumberGenerator.GetHexString(SecretDigits, lowercase: true);
        AccessToken token = new(id, wanted.Name, person, wanted.Scopes, HashOf(secret), now, now.AddDays(wanted.Days!.Value))
        {
            Account = by.Session?.Account,
        };

        // Before it is made: nothing is made by nobody, whatever a crash cuts off.
        await RecordAsync(token, by.Person, "token-made", cancellationToken);
        var made = await WriteAsync(all => all.GoodOf(person, now) < MostGood ? all.With(token, now) : all, cancellationToken);
        return made.Find(id) is null ? TooMany : $"{Prefix}{id}_{secret}";
    }

    /// <summary>Ends a token. Four transactions; one where it has ended already.</summary>
    public async Task<Problem?> RevokeAsync(string id, Person by, CancellationToken cancellationToken)
    {
        if ((await AllAsync(cancellationToken)).Find(id) is not { } known)
        {
            return new(nameof(ProblemTexts.TokenNotFound));
        }

        var now = time.GetUtcNow();
        if (!known.IsGood(now))
        {
            return null;
        }

        await RecordAsync(known, by, "token-revoked", cancellationToken);
        await WriteAsync(
            all => all.Find(id) is { } token && token.IsGood(now) ? all.Replacing(token with { RevokedAt = now, RevokedBy = by.Id }) : all,
            cancellationToken);
        return null;
    }

    private static Problem TooMany => new(nameof(ProblemTexts.TokensTooMany), null, MostGood.ToString(CultureInfo.InvariantCulture));

    private static string HashOf(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(secret)));

    private Task RecordAsync(AccessToken token, Person by, string what, CancellationToken cancellationToken) =>
        store.RecordAsync(
            new HistoryEntry(SessionEndings.Subject, time.GetUtcNow(), by.Id.Value, what, Detail: $"{token.Name} ({token.Id})"),
            cancellationToken);

    private Task<AccessTokens> WriteAsync(Func<AccessTokens, AccessTokens> change, CancellationToken cancellationToken) =>
        OptimisticRetry.RunAsync(
            async Task<AccessTokens?> () =>
            {
                var read = await _blob.ReadAsync(cancellationToken);
                var tokens = change(read.Value);
                var json = new BinaryData(ReadableJson.Write(tokens, SignInJson.Default.AccessTokens), "application/json; charset=utf-8");
                return await _blob.TryReplaceAsync(read, tokens, json, metadata: null, cancellationToken) ? tokens : null;
            },
            "the tokens of the API");
}
