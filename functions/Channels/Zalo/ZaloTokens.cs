using System.Collections.Concurrent;
using System.Text.Json;
using Azure;
using Azure.Storage.Blobs.Specialized;
using Dissemination.Problems;
using Microsoft.Extensions.Options;

namespace Dissemination.Channels.Zalo;

/// <summary>
/// Hands out access tokens. A refresh token works once, so one holder of a lock refreshes, and the new pair is stored before either of it
/// is
/// used. A program that dies between Zalo's answer and the storing takes the pair with it. Nothing mends that: Zalo tells a pair once. The
/// next refresh is refused, the lane stops, and its owner is told how to connect the account anew.
/// </summary>
internal sealed partial class ZaloTokens(
    ZaloChains chains,
    ZaloClient client,
    KnownSecrets secrets,
    IOptions<ZaloOptions> options,
    TimeProvider time,
    ILogger<ZaloTokens> logger)
{
    /// <summary>How long the token server is given.</summary>
    public static readonly TimeSpan AnswerWithin = TimeSpan.FromSeconds(10);

    /// <summary>How long a call waits for another in the same process that is refreshing.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    /// <summary>The token server's ways to say that a refresh token is no good: used already, or never one of its own.</summary>
    private static readonly int[] RefreshTokenRefused = [-14020, -14014];

    private readonly ConcurrentDictionary<string, SemaphoreSlim> _turns = new(StringComparer.Ordinal);

    /// <summary>What was read last, so that a send mostly costs no transaction.</summary>
    private readonly ConcurrentDictionary<string, ZaloTokenChain> _known = new(StringComparer.Ordinal);

    private readonly ConcurrentDictionary<string, string> _refused = new(StringComparer.Ordinal);

    /// <summary>Pairs that storage did not take. They exist here alone, so they are stored before anything else is done.</summary>
    private readonly ConcurrentDictionary<string, ZaloTokenChain> _unstored = new(StringComparer.Ordinal);

    public async Task<ZaloToken> FindAsync(ZaloAccount account, CancellationToken cancellationToken)
    {
        if (!options.Value.HasApp)
        {
            return Dead(nameof(ProblemTexts.ZaloAppNotConfigured));
        }

        if (!_unstored.ContainsKey(account.Name) && _known.TryGetValue(account.Name, out var known)
            && StepOf(known, account) is ZaloTokenStep.Use)
        {
            return new ZaloToken.Ready(known.AccessToken!);
        }

        var turn = _turns.GetOrAdd(account.Name, _ => new(1));
        if (!await TakeTurnAsync(turn, cancellationToken))
        {
            return Busy();
        }

        try
        {
            return await ReadAsync(account, cancellationToken) ?? await RefreshAsync(account, cancellationToken);
        }
        catch (Exception e) when (e.IsOfStorage(cancellationToken))
        {
            // Without a token nothing leaves: the post is to be tried again, and nobody has to look for it.
            LogNotRead(e, account.Name);
            return Busy();
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>Notes that Zalo refused an access token: it is not handed out again. Another process learns it as this one did.</summary>
    public void Refuse(ZaloAccount account, string accessToken) => _refused[account.Name] = accessToken;

    /// <returns>False where another is refreshing for longer than a call waits.</returns>
    private async Task<bool> TakeTurnAsync(SemaphoreSlim turn, CancellationToken cancellationToken)
    {
        using var late = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);
        try
        {
            await turn.WaitAsync(either.Token);
            return true;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }

    /// <summary>What storage says, or null where it asks for a refresh.</summary>
    private async Task<ZaloToken?> ReadAsync(ZaloAccount account, CancellationToken cancellationToken)
    {
        if (_unstored.ContainsKey(account.Name) || await chains.FindAsync(account, cancellationToken) is not { } chain)
        {
            return null;
        }

        Learn(chain.RefreshToken, chain.AccessToken);
        _known[account.Name] = chain;
        return StepOf(chain, account) switch
        {
            ZaloTokenStep.Use => new ZaloToken.Ready(chain.AccessToken!),
            ZaloTokenStep.Dead => Dead(nameof(ProblemTexts.ZaloTokenLost), account.Name),
            _ => null,
        };
    }

    private async Task<ZaloToken> RefreshAsync(ZaloAccount account, CancellationToken cancellationToken)
    {
        if (await chains.LockAsync(account, cancellationToken) is not { } held)
        {
            return await ReadAsync(account, cancellationToken) ?? Busy();
        }

        try
        {
            if (_unstored.TryGetValue(account.Name, out var pair))
            {
                if (StepOf(pair, account) is not ZaloTokenStep.Begin)
                {
                    return await StoreAsync(account, pair, held);
                }

                // The account was connected anew meanwhile: what another process stored of that must not be lost.
                _unstored.TryRemove(account.Name, out _);
            }

            // Somebody may have refreshed between the reading and the lock.
            if (await ReadAsync(account, cancellationToken) is { } token)
            {
                return token;
            }

            var chain = _known[account.Name];
            return await AskAsync(
                account, StepOf(chain, account) is ZaloTokenStep.Begin ? ZaloTokenChain.Begin(account.FirstToken) : chain, held);
        }
        finally
        {
            await ReleaseAsync(account, held);
        }
    }

    /// <summary>From here on nobody can call it off: the refresh token is used, and the pair that comes for it must not be lost.</summary>
    private async Task<ZaloToken> AskAsync(ZaloAccount account, ZaloTokenChain chain, BlobLeaseClient held)
    {
        var now = time.GetUtcNow();
        Learn(options.Value.SecretKey, chain.RefreshToken);
        ZaloTokenAnswer? answer;
        try
        {
            answer = await client.RefreshAsync(chain.RefreshToken, CancellationToken.None);
        }
        catch (Exception e) when (e is HttpRequestException or OperationCanceledException or JsonException)
        {
            // If it was used after all, the next try is told so.
            LogNoAnswer(account.Name, e.GetType().Name);
            return new ZaloToken.None(
                new SendOutcome.Later(null, WholeLane: false, new(nameof(ProblemTexts.ChannelUnreachable), null, ZaloAnswers.Name)));
        }

        Learn(answer?.RefreshToken, answer?.AccessToken);
        if (answer is { AccessToken.Length: > 0, RefreshToken.Length: > 0, ExpiresIn: > 0 })
        {
            return await StoreAsync(
                account, new(chain.BeganWith, answer.RefreshToken, answer.AccessToken, now, now.AddSeconds(answer.ExpiresIn)), held);
        }

        // Zalo was seen to answer a used token with no word at all.
        LogRefused(account.Name, answer?.Error ?? 0, secrets.Clean(answer?.ErrorName ?? answer?.Message));
        if (answer is not null && !RefreshTokenRefused.Contains(answer.Error))
        {
            return Dead(nameof(ProblemTexts.ZaloAppRefused), $"{answer.Error} {answer.ErrorName ?? answer.Message}".Trim());
        }

        var dead = chain with { AccessToken = null, Dead = true };
        await chains.PutAsync(account, dead, held, CancellationToken.None);
        _known[account.Name] = dead;
        return Dead(nameof(ProblemTexts.ZaloTokenLost), account.Name);
    }

    private async Task<ZaloToken> StoreAsync(ZaloAccount account, ZaloTokenChain pair, BlobLeaseClient held)
    {
        _unstored[account.Name] = pair;
        bool stored;
        try
        {
            stored = await chains.PutAsync(account, pair, held, CancellationToken.None);
        }
        catch (Exception e) when (e is RequestFailedException or AggregateException)
        {
            LogNotStored(e, account.Name);
            return Busy();
        }

        _unstored.TryRemove(account.Name, out _);
        if (!stored)
        {
            // The lock ran out, so somebody else decided about this chain meanwhile.
            _known.TryRemove(account.Name, out _);
            return Busy();
        }

        _known[account.Name] = pair;
        LogRefreshed(account.Name, pair.ExpiresAt);
        return new ZaloToken.Ready(pair.AccessToken!);
    }

    private async Task ReleaseAsync(ZaloAccount account, BlobLeaseClient held)
    {
        try
        {
            await held.ReleaseAsync(cancellationToken: CancellationToken.None);
        }
        catch (RequestFailedException e)
        {
            LogNotReleased(account.Name, e.ErrorCode);
        }
    }

    private ZaloTokenStep StepOf(ZaloTokenChain chain, ZaloAccount account) =>
        chain.Step(
            account.FirstToken,
            _refused.GetValueOrDefault(account.Name),
            time.GetUtcNow(),
            TimeSpan.FromMinutes(options.Value.RefreshBefore));

    /// <summary>What the account was given on the way is nowhere in configuration, and no less secret.</summary>
    private void Learn(params ReadOnlySpan<string?> tokens)
    {
        foreach (var token in tokens)
        {
            secrets.Learn(token);
        }
    }

    private ZaloToken.None Busy() =>
        new(new SendOutcome.Later(TimeSpan.FromSeconds(options.Value.BusyWait), WholeLane: false, new(nameof(ProblemTexts.ZaloTokenBusy))));

    private static ZaloToken.None Dead(string code, params string[] arguments) =>
        new(new SendOutcome.CredentialDead(new(code, null, [.. arguments])));

    [LoggerMessage(LogLevel.Information, "The tokens of {Credential} were refreshed; the access token is good until {Until}")]
    private partial void LogRefreshed(string credential, DateTimeOffset until);

    [LoggerMessage(LogLevel.Error, "Zalo refuses to refresh the tokens of {Credential}: {Error} {Name}")]
    private partial void LogRefused(string credential, int error, string? name);

    [LoggerMessage(LogLevel.Warning, "Refreshing the tokens of {Credential} got no answer: {Failure}")]
    private partial void LogNoAnswer(string credential, string failure);

    [LoggerMessage(
        LogLevel.Error, "The new tokens of {Credential} could not be stored; they are kept in memory and stored before they are used")]
    private partial void LogNotStored(Exception exception, string credential);

    [LoggerMessage(LogLevel.Warning, "The tokens of {Credential} could not be read or locked now")]
    private partial void LogNotRead(Exception exception, string credential);

    [LoggerMessage(LogLevel.Warning, "The lock on the tokens of {Credential} could not be given back: {Error}")]
    private partial void LogNotReleased(string credential, string? error);
}
