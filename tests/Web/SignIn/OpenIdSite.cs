using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;

namespace Dissemination.Tests.Web.SignIn;

/// <summary>
/// All that pages show, where people sign in with a provider and programs come with tokens. Only the staff make tokens, so everybody was of
/// the staff once: what a token opens goes by what the directory says of its person now.
/// </summary>
public sealed class OpenIdSite : Site
{
    private static readonly Uri Front = new("https://example.org");

    private readonly Dictionary<string, Desk> _desks = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _tokens = new(StringComparer.Ordinal);
    private OpenIdProvider _provider = null!;
    private bool _wereStaff = true;

    /// <summary>Who stands for the roles.</summary>
    internal static IEnumerable<string> Everybody => AccessTests.Readers.Select(reader => reader.Person).OfType<string>();

    /// <summary>Everything that a token can open but the calendar.</summary>
    internal static string[] Scopes { get; } = ["read", "hand-in", "translate", "deliver"];

    internal AccessAddresses Addresses { get; private set; } = null!;

    public override async ValueTask InitializeAsync()
    {
        _provider = await OpenIdProvider.StartAsync(Time, Front);
        await base.InitializeAsync();
        foreach (var person in Everybody)
        {
            _provider.Accounts[person] = new($"s-{person}");
            var desk = _desks[person] = new(Address, Front);
            await desk.SignInAsync(person, "/access");
            _tokens[person] = await desk.MakeTokenAsync("mọi việc", Scopes);
        }

        _wereStaff = false;
        await HandInDirectoryAsync();
        Addresses = await AccessAddresses.OfAsync(this);
    }

    /// <summary>The browser in which somebody signed in.</summary>
    internal Desk DeskOf(string person) => _desks[person];

    /// <summary>A token of somebody with all scopes.</summary>
    internal string TokenOf(string person) => _tokens[person];

    public override async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        foreach (var desk in _desks.Values)
        {
            desk.Dispose();
        }

        await base.DisposeAsync();
        await _provider.DisposeAsync();
    }

    private protected override string PeopleOf(string people)
    {
        var accounts = SignInSite.WithAccounts(people);
        return _wereStaff ? string.Join('\n', accounts.Split('\n').Select(AsStaff)) : accounts;
    }

    private protected override void Configure(WebApplicationBuilder builder)
    {
        base.Configure(builder);
        builder.Configuration.AddInMemoryCollection(
            new Dictionary<string, string?>(_provider.Settings, StringComparer.Ordinal) { ["SignIn:Sample"] = "false" });
    }

    /// <summary>The row of somebody of these, with the staff's role before the own.</summary>
    private static string AsStaff(string row) => Everybody.Contains(row.Split(',')[0])
        ? row.Replace(",approver,", ",staff;approver,", StringComparison.Ordinal)
            .Replace(",leader,", ",staff;leader,", StringComparison.Ordinal)
            .Replace(",communicator,", ",staff;communicator,", StringComparison.Ordinal)
        : row;
}
