using System.Globalization;
using System.Text.Json.Nodes;

namespace Dissemination.Simulators.Zalo;

/// <summary>
/// Hands out tokens as Zalo does: a refresh token works once and gives the next pair. Using one twice kills the whole chain. The first
/// refresh token of an account <c>x</c> is <c>first-x</c>; a later connection of it begins with <c>first-x#2</c>, and so on.
/// </summary>
internal sealed class ZaloTokenServer(TimeProvider time)
{
    public const string AppId = "1234567890";
    public const string SecretKey = "simulated-secret";
    private const string First = "first-";

    private readonly Lock _lock = new();
    private readonly Dictionary<string, Chain> _refresh = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (Chain Chain, DateTimeOffset Until)> _access = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _refreshes = new(StringComparer.Ordinal);
    private int _number;

    public TimeSpan AccessLife { get; set; } = TimeSpan.FromHours(25);

    public static string FirstTokenOf(string account, int connection = 1) =>
        connection == 1 ? First + account : string.Create(CultureInfo.InvariantCulture, $"{First}{account}#{connection}");

    /// <summary>How many pairs were given for an account.</summary>
    public int RefreshesOf(string account)
    {
        lock (_lock)
        {
            return _refreshes.GetValueOrDefault(account);
        }
    }

    /// <summary>Ends the time of all access tokens of an account, as if 25 hours had passed.</summary>
    public void ExpireAccess(string account)
    {
        lock (_lock)
        {
            foreach (var token in _access.Where(entry => entry.Value.Chain.Account == account).Select(entry => entry.Key).ToList())
            {
                _access[token] = _access[token] with { Until = DateTimeOffset.MinValue };
            }
        }
    }

    /// <summary>The account of an access token, or the error code that says what is wrong with it.</summary>
    public (string? Account, int Error) Find(string accessToken)
    {
        lock (_lock)
        {
            return !_access.TryGetValue(accessToken, out var found) || found.Chain.Dead ? (null, -216)
                : found.Until <= time.GetUtcNow() ? (null, -220)
                : (found.Chain.Account, 0);
        }
    }

    public JsonObject Refresh(string secretKey, string appId, string refreshToken, Func<string, bool> isDead)
    {
        lock (_lock)
        {
            return appId != AppId ? Refused(-14002, "Invalid appId")
                : secretKey != SecretKey ? Refused(-14004, "Invalid secret key")
                : Begin(refreshToken) is not { } chain || isDead(chain.Account) ? Refused(-14014, "Invalid refresh token")
                : chain.Dead || chain.Refresh != refreshToken ? Kill(chain)
                : Next(chain);
        }
    }

    private Chain? Begin(string refreshToken)
    {
        if (!_refresh.TryGetValue(refreshToken, out var chain) && refreshToken.StartsWith(First, StringComparison.Ordinal))
        {
            _refresh[refreshToken] = chain = new() { Account = refreshToken[First.Length..].Split('#')[0], Refresh = refreshToken };
        }

        return chain;
    }

    private JsonObject Next(Chain chain)
    {
        var number = ++_number;
        var access = string.Create(CultureInfo.InvariantCulture, $"access-{number}-{chain.Account}");
        chain.Refresh = string.Create(CultureInfo.InvariantCulture, $"refresh-{number}-{chain.Account}");
        _refresh[chain.Refresh] = chain;
        _access[access] = (chain, time.GetUtcNow() + AccessLife);
        _refreshes[chain.Account] = _refreshes.GetValueOrDefault(chain.Account) + 1;
        return new()
        {
            ["access_token"] = access,
            ["refresh_token"] = chain.Refresh,
            // Zalo writes the number as text.
            ["expires_in"] = ((long)AccessLife.TotalSeconds).ToString(CultureInfo.InvariantCulture),
        };
    }

    private static JsonObject Kill(Chain chain)
    {
        chain.Dead = true;
        return Refused(-14020, "Refresh token has been used");
    }

    private static JsonObject Refused(int error, string name) => new()
    {
        ["error"] = error,
        ["error_name"] = name,
        ["error_reason"] = name,
        ["error_description"] = "",
        ["ref_doc"] = "https://developers.zalo.me/docs/official-account/bat-dau/xac-thuc-va-uy-quyen-cho-ung-dung-new",
    };

    private sealed class Chain
    {
        public required string Account { get; init; }

        public required string Refresh { get; set; }

        public bool Dead { get; set; }
    }
}
