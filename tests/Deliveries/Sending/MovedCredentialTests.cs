using Dissemination.Alerts;
using Dissemination.Content;
using Dissemination.Deliveries;
using Dissemination.Deliveries.Connections;
using Dissemination.Deliveries.Sending;
using Dissemination.Directory;
using Dissemination.Problems;
using Dissemination.Simulators.Faults;
using Dissemination.Tests.Flow;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;

namespace Dissemination.Tests.Deliveries.Sending;

/// <summary>What becomes of deliveries whose destination the directory serves with another credential.</summary>
public sealed class MovedCredentialTests(MovedCredentialTests.Secrets rooms) : IClassFixture<MovedCredentialTests.Secrets>
{
    private const string Old = "telegram_tinh";
    private const string New = "telegram_moi";

    private static readonly Problem Refused = new(nameof(ProblemTexts.CredentialRefused), null, "Telegram", Old);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_waits_on_a_stopped_lane_goes_over_the_one_that_the_directory_names_now()
    {
        await rooms.NameAsync(Old);
        await rooms.HandInAsync("items/doi-khoa.md", SampleFiles.Article("Đổi khoá", frontMatter: "communes: [bung-lao]"));
        await rooms.PlanAsync();
        await rooms.Get<HealthStore>().StopLaneAsync(Old, Refused, Cancellation);

        await rooms.NameAsync(New);
        await rooms.SendAsync();

        var delivery = await rooms.DeliveryAsync("doi-khoa.1.vi.bung-lao.telegram");
        Assert.Equal((DeliveryState.Delivered, New), (delivery.State, delivery.Lane));
        Assert.Single(rooms.Telegram.Posts, post => post.Text.StartsWith("Đổi khoá", StringComparison.Ordinal));
        Assert.DoesNotContain(await rooms.BacklogAsync(Old), open => open.Value.Version.Item.Value is "doi-khoa");
        await rooms.Get<HealthStore>().ResumeLaneAsync(Old, new("can-bo"), Cancellation);
    }

    [Fact]
    public async Task What_failed_on_the_old_lane_is_tried_again_on_the_new_one_and_corrected_and_taken_down_there()
    {
        await rooms.NameAsync(Old);
        await rooms.Get<HealthStore>().StopLaneAsync(Old, Refused, Cancellation);
        await rooms.HandInAsync("items/thu-lai.md", SampleFiles.Article("Thử lại làn khác", frontMatter: "communes: [bung-lao]"));
        await rooms.PublishAsync();
        var id = DeliveryIdOf("thu-lai.1.vi.bung-lao.telegram");
        Assert.Equal(FailureClass.Credential, (await rooms.DeliveryAsync(id.ToString())).Failure);

        await rooms.NameAsync(New);
        Assert.True((await rooms.Get<DeliveryCommands>().RetryAsync(id, await rooms.PersonAsync("can-bo"), Cancellation)).IsDone);
        await rooms.SendAsync();
        Assert.Equal(DeliveryState.Delivered, (await rooms.DeliveryAsync(id.ToString())).State);

        await rooms.HandInAsync("items/thu-lai.md", SampleFiles.Article("Thử lại lần hai", frontMatter: "communes: [bung-lao]"));
        await rooms.PublishAsync();
        Assert.Single(rooms.Telegram.Posts, post => post.Text.StartsWith("Thử lại", StringComparison.Ordinal));
        Assert.Equal(New, (await rooms.DeliveryAsync("thu-lai.2.vi.bung-lao.telegram")).Lane);
        await rooms.Get<HealthStore>().ResumeLaneAsync(Old, new("can-bo"), Cancellation);
    }

    [Fact]
    public async Task A_crash_between_a_delivery_and_the_backlog_of_its_new_lane_loses_nothing()
    {
        await rooms.NameAsync(Old);
        await rooms.HandInAsync("items/dut-giua.md", SampleFiles.Article("Đứt giữa chừng", frontMatter: "communes: [bung-lao]"));
        await rooms.PlanAsync();
        var read = (await rooms.Get<DeliveryCommands>().FindAsync(DeliveryIdOf("dut-giua.1.vi.bung-lao.telegram"), Cancellation))!;
        await rooms.NameAsync(New);
        Assert.Single(await rooms.Get<DeliveryLedger>().WriteAsync([(read, read.Value with { Lane = New })], Cancellation));

        await rooms.SendAsync();

        Assert.Equal(DeliveryState.Delivered, (await rooms.DeliveryAsync("dut-giua.1.vi.bung-lao.telegram")).State);
    }

    [Fact]
    public async Task A_stopped_lane_says_so_when_its_connection_is_checked()
    {
        await rooms.NameAsync(Old);
        await rooms.Get<HealthStore>().StopLaneAsync(Old, Refused, Cancellation);

        var found = await rooms.Get<ConnectionService>().CheckAsync(DestinationId.Parse("bung-lao.telegram", null), Cancellation);

        Assert.Contains(found!, problem => problem.Code is nameof(ProblemTexts.LaneIsStopped));
        await rooms.Get<HealthStore>().ResumeLaneAsync(Old, new("can-bo"), Cancellation);
        found = await rooms.Get<ConnectionService>().CheckAsync(DestinationId.Parse("bung-lao.telegram", null), Cancellation);
        Assert.DoesNotContain(found!, problem => problem.Code is nameof(ProblemTexts.LaneIsStopped));
    }

    [Fact]
    public async Task A_lane_that_is_resumed_takes_the_credential_that_stands_in_the_settings_now()
    {
        await rooms.NameAsync("telegram_tep");
        rooms.Telegram.Faults = FaultPlan.None with { DiesAfter = rooms.Telegram.Faults.DiesAfter.Add(Secrets.First, 0) };
        await rooms.HandInAsync("items/khoa-moi.md", SampleFiles.Article("Khoá mới trong tệp", frontMatter: "communes: [bung-lao]"));
        await rooms.PublishAsync();
        var id = DeliveryIdOf("khoa-moi.1.vi.bung-lao.telegram");
        Assert.Equal(FailureClass.Credential, (await rooms.DeliveryAsync(id.ToString())).Failure);

        rooms.Write("654321:renewed");
        await rooms.Get<HealthStore>().ResumeLaneAsync("telegram_tep", new("can-bo"), Cancellation);
        await rooms.Get<DeliveryCommands>().RetryAsync(id, await rooms.PersonAsync("can-bo"), Cancellation);
        await rooms.SendAsync();

        Assert.Equal(DeliveryState.Delivered, (await rooms.DeliveryAsync(id.ToString())).State);
        rooms.Telegram.Faults = FaultPlan.None;
    }

    [Fact]
    public async Task A_commune_is_told_of_its_own_page_and_not_of_what_serves_many()
    {
        await rooms.NameAsync(New);
        await rooms.Get<HealthStore>().StopLaneAsync(New, Refused, Cancellation);
        var own = await rooms.Get<AlertStore>().OfCommuneAsync("bung-lao", null, Cancellation);
        Assert.Contains(own.Rows, row => row.Value is { Kind: "lane", Subject: New });

        await rooms.Get<HealthStore>().ResumeLaneAsync(New, new("can-bo"), Cancellation);
        await rooms.HandInDirectoryAsync();
        await rooms.Get<HealthStore>().StopLaneAsync(Old, Refused, Cancellation);
        own = await rooms.Get<AlertStore>().OfCommuneAsync("bung-lao", null, Cancellation);
        Assert.DoesNotContain(own.Rows, row => row.Value.Kind is "lane");
        await rooms.Get<HealthStore>().ResumeLaneAsync(Old, new("can-bo"), Cancellation);
    }

    private static DeliveryId DeliveryIdOf(string id) => DeliveryId.Parse(id, null);

    /// <summary>One chat, and credentials in the settings and in a file of them.</summary>
    public sealed class Secrets : Rooms
    {
        public const string First = "123456:first";

        private readonly string _file = Path.Combine(Path.GetTempPath(), $"{Path.GetRandomFileName()}.json");

        private protected override void Configure(WebApplicationBuilder builder)
        {
            Write(First);
            builder.Configuration
                .AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal) { ["Credentials:telegram_moi"] = "777777:other" })
                .AddJsonFile(_file, optional: false, reloadOnChange: false);
        }

        internal void Write(string credential) => File.WriteAllText(_file, $$"""{ "Credentials": { "telegram_tep": "{{credential}}" } }""");

        internal Task NameAsync(string credential) => HandInDirectoryAsync(destinations: $"""
            commune,id,channel,name,address,credential,languages
            bung-lao,telegram,telegram,Kênh Telegram xã Búng Lao,-1001,{credential},
            """);

        public override async ValueTask DisposeAsync()
        {
            GC.SuppressFinalize(this);
            await base.DisposeAsync();
            File.Delete(_file);
        }
    }
}
