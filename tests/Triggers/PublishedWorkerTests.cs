using System.Net;
using System.Text;
using System.Text.Json;
using Dissemination.Storage;
using Dissemination.Tests.Flow;
using Dissemination.Tests.Local;
using Dissemination.Tests.Release;
using Dissemination.Tests.Web.SignIn;

namespace Dissemination.Tests.Triggers;

/// <summary>What is deployed: the published folder, which the Functions host takes as its app root.</summary>
[Collection(OnePackage.Name)]
public sealed class PublishedWorkerTests(PublishedPackage package) : IDisposable
{
    private readonly OwnFolder _folder = new();

    [Fact]
    public async Task The_published_folder_is_a_complete_root_whose_worker_answers_a_host()
    {
        foreach (var part in (string[])["host.json", "functions.metadata", "worker.config.json", "extensions.json", ".azurefunctions"])
        {
            Assert.True(Path.Exists(Path.Combine(package.Folder, part)), part);
        }

        _folder.LinkTools();
        await using var program = BuiltProgram.StartOneMachine(_folder, environment: null, "--Local:WorkerFolder=" + package.Folder);
        using HttpClient http = new();
        using var home = await http.GetAsync(await program.WaitUntilOpenAsync(), TestContext.Current.CancellationToken);
        Assert.True(home.IsSuccessStatusCode, home.StatusCode.ToString());
    }

    /// <summary>Only what a host sets, and the provider: no sample person, and no clock but the machine's.</summary>
    [Fact]
    public async Task The_published_worker_serves_people_who_signed_in_through_the_whole_main_job()
    {
        Uri site = new($"http://localhost:{BuiltProgram.FreePort()}");
        await using var provider = await OpenIdProvider.StartAsync(TimeProvider.System, site);
        await using var host = await OneHost.StartAsync(
        [
            $"--Local:WorkerFolder={package.Folder}",
            $"--Local:Port={site.Port}",
            $"--Site:BaseUrl={site.AbsoluteUri}",
            "--SignIn:Sample=false",
            .. provider.Settings.Select(setting => $"--{setting.Key}={setting.Value}"),
        ]);
        await host.DropAsync(Containers.Directory, "communes.csv", SampleFiles.Communes);
        await host.DropAsync(Containers.Directory, "destinations.csv", SampleFiles.Destinations);
        await host.DropAsync(Containers.Directory, "people.csv", SignInSite.People);
        using var staff = await SignInAsync(provider, site, SignInSite.Staff, "/access");
        await HandInAsync(staff, site);

        using var approver = await SignInAsync(provider, site, SignInSite.Approver, "/items/a");
        await Eventually.IsTrueAsync(
            async () =>
            {
                await approver.OpenAsync("/items/a");
                return approver.Html.Contains("/items/a/approve", StringComparison.Ordinal);
            },
            "the item waits for its approval");
        await approver.SubmitAsync("/items/a/approve", ("document", "MẪU-01/2026"));
        Assert.True(approver.Status is HttpStatusCode.OK, $"{approver.Status}: {approver.Html}");
        await Eventually.IsTrueAsync(() => host.Telegram.Posts.Count == 2, "both posts are there");

        using var communicator = await SignInAsync(provider, site, SignInSite.Communicator, "/hand-tasks/a.1.vi.bung-lao.loa");
        await communicator.SubmitAsync("/hand-tasks/a.1.vi.bung-lao.loa/confirm", ("attendance", "45"));
        Assert.Equal(HttpStatusCode.OK, communicator.Status);
        await staff.OpenAsync("/items/a/deliveries?state=delivered");
        Assert.Contains("Loa truyền thanh xã Búng Lao", staff.Html, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_of_one_machine_travels_with_the_worker()
    {
        // Beside the program itself: what lies in .azurefunctions is the real host's, put there by the Functions SDK.
        var files = System.IO.Directory.EnumerateFiles(package.Folder).Select(Path.GetFileName).ToArray();
        Assert.DoesNotContain(files, file => file!.Contains("WebJobs", StringComparison.OrdinalIgnoreCase)
            || file.Contains("Azurite", StringComparison.OrdinalIgnoreCase)
            || file.Contains("Yarp", StringComparison.OrdinalIgnoreCase)
            || file.Contains("Dissemination.Local", StringComparison.OrdinalIgnoreCase));
        Assert.False(System.IO.Directory.Exists(Path.Combine(package.Folder, "content")));
    }

    [Fact]
    public void The_functions_bind_as_planned()
    {
        using var metadata = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(BuiltProgram.Folder, "functions.metadata")));
        var functions = metadata.RootElement.EnumerateArray()
            .ToDictionary(
                function => function.GetProperty("name").GetString()!,
                function => function.GetProperty("bindings")[0],
                StringComparer.Ordinal);
        Assert.Equal(24, functions.Count);
        foreach (var (name, trigger) in functions)
        {
            switch (trigger.GetProperty("type").GetString()!)
            {
                case "blobTrigger":
                    Assert.Equal("EventGrid", trigger.GetProperty("source").GetString()); // the only source on Flex Consumption
                    break;
                case "queueTrigger":
                    Assert.InRange(trigger.GetProperty("queueName").GetString()!.Length, 3, 63); // another length stops the host
                    break;
                case "timerTrigger":
                    Assert.Matches("^%[A-Za-z]+Schedule%$", trigger.GetProperty("schedule").GetString());
                    break;
                default:
                    Assert.Equal(("Web", "{*path}"), (name, trigger.GetProperty("route").GetString()));
                    break;
            }
        }
    }

    public void Dispose() => _folder.Dispose();

    private static async Task<Desk> SignInAsync(OpenIdProvider provider, Uri site, string account, string page)
    {
        provider.Accounts[account] = account == SignInSite.Approver
            ? new("any", "lanh-dao@example.org", IsEmailVerified: true)
            : new($"s-{account}");
        Desk desk = new(site, site);
        await Eventually.IsTrueAsync(
            async () =>
            {
                // Until the directory is there nobody is known.
                desk.Cookies.Clear();
                await desk.SignInAsync(account, page);
                return desk.Status is not HttpStatusCode.Forbidden;
            },
            "the directory is there");
        return desk;
    }

    /// <summary>As a program does it, in the name of the staff.</summary>
    private static async Task HandInAsync(Desk staff, Uri site)
    {
        var token = await staff.MakeTokenAsync("nộp tệp", "hand-in");
        using HttpClient http = new() { BaseAddress = site };
        http.DefaultRequestHeaders.Authorization = new("Bearer", token);
        using ByteArrayContent article = new(Encoding.UTF8.GetBytes(SampleFiles.Article("Bài của cán bộ", approved: false)));
        using var put = await http.PutAsync("/api/content/items/a.md", article, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Accepted, put.StatusCode);
    }
}
