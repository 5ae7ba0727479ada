using Dissemination.Tests.Flow;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;

namespace Dissemination.Tests.Web.SignIn;

/// <summary>The program as it stands in Azure, with a provider that people sign in with.</summary>
public class SignInSite : Rooms
{
    /// <summary>Known by a subject.</summary>
    public const string Staff = "can-bo";

    /// <summary>Known by an address alone.</summary>
    public const string Approver = "lanh-dao";

    public const string Communicator = "bung-lao-1";

    private const string Extra = """
        can-bo-2,Cán bộ khác,staff,,,s-can-bo-2,
        lanh-dao-tinh,Lãnh đạo tỉnh,leader,,,s-lanh-dao-tinh,
        """;

    /// <summary>By which address people know the site.</summary>
    internal virtual Uri Front { get; } = new("https://example.org");

    internal OpenIdProvider Provider { get; private set; } = null!;

    internal Uri Address { get; private set; } = null!;

    /// <summary>Everybody of the sample, with an account of the provider.</summary>
    internal static string People { get; } =
        $"{WithAccounts(SampleFiles.People).Replace($",s-{Approver},", ",,Lanh-Dao@example.org", StringComparison.Ordinal)}\n{Extra}";

    /// <summary>People of a file that knows no accounts, each with one of the provider whose subject is <c>s-</c> and the id.</summary>
    internal static string WithAccounts(string people) => string.Join(
        '\n',
        people.Split('\n').Select(row => row switch
        {
            "" => row,
            _ when row.StartsWith("id,", StringComparison.Ordinal) => $"{row},subject,email",
            _ => $"{row},s-{row.Split(',')[0]},",
        }));

    public override async ValueTask InitializeAsync()
    {
        Provider = await OpenIdProvider.StartAsync(Time, Front);
        foreach (var name in (string[])[Staff, "can-bo-2", "lanh-dao-tinh", Communicator, "bung-lao-2", "na-bung-1"])
        {
            Provider.Accounts[name] = new($"s-{name}");
        }

        Provider.Accounts[Approver] = new("any", "lanh-dao@example.org", IsEmailVerified: true);
        await base.InitializeAsync();
        await HandInAsync("items/cho-duyet.md", SampleFiles.Article("Chờ duyệt", approved: false));
        Address = await ServeAsync();
    }

    /// <summary>A browser of its own.</summary>
    internal Desk Sit() => new(Address, Front);

    internal async Task<Desk> SitAsync(string account, string page = "/sign-in")
    {
        var desk = Sit();
        await desk.SignInAsync(account, page);
        return desk;
    }

    /// <summary>Takes somebody out of the directory, or changes him or her.</summary>
    internal async Task ChangePeopleAsync(Func<string, string> change)
    {
        await HandInDirectoryAsync(people: change(People));
        Time.Advance(TimeSpan.FromSeconds(1));
    }

    public override async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await base.DisposeAsync();
        await Provider.DisposeAsync();
    }

    private protected override Task HandInOwnDirectoryAsync() => HandInDirectoryAsync(people: People);

    private protected override void Configure(WebApplicationBuilder builder) =>
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>(Provider.Settings, StringComparer.Ordinal)
        {
            ["Site:BaseUrl"] = Front.AbsoluteUri,
            ["SignIn:Contact"] = "Văn phòng mẫu, điện thoại 0215 000 000",
        });
}
