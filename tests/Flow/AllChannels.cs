using Dissemination.Deliveries.Waiting;
using Dissemination.Tests.Deliveries.Waiting;
using System.Globalization;
using Azure;
using Dissemination.Channels.Preview;
using Dissemination.Content;
using Dissemination.Deliveries;
using Dissemination.Intake;
using Dissemination.Simulators.Facebook;
using Dissemination.Simulators.Zalo;
using Dissemination.Tests.Intake;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;

namespace Dissemination.Tests.Flow;

/// <summary>
/// The rooms with a destination of every kind: a chat, a page, a Zalo group, a feed, a preview, a village group and a loudspeaker.
/// </summary>
public class AllChannels : Rooms
{
    public const long Chat = -1001;

    private protected const string AllCommunes = """
        id,name,kind,languages,release
        bung-lao,Búng Lao,commune,,automatic
        na-bung,Nà Bủng,commune,,automatic
        """;

    private protected const string AllDestinations = """
        commune,id,channel,name,address,credential,languages
        bung-lao,telegram,telegram,Kênh Telegram xã Búng Lao,-1001,telegram_tinh,
        bung-lao,facebook,facebook,Trang Facebook xã Búng Lao,1000001,facebook_bung_lao,
        bung-lao,zalo,zalo,Nhóm Zalo xã Búng Lao,nhom-1,zalo_bung_lao,
        bung-lao,trang-tin,website,Trang tin xã Búng Lao,,,
        bung-lao,xem-truoc,facebook,Trang Facebook chưa nối,1000002,facebook_chua_noi,
        bung-lao,nhom-ban,group,Nhóm bản Búng Lao,Nhóm Zalo bản,,
        bung-lao,loa,loudspeaker,Loa truyền thanh xã Búng Lao,,,
        na-bung,telegram,telegram,Kênh Telegram xã Nà Bủng,-1002,telegram_tinh,
        """;

    private protected const string AllPeople = """
        id,name,roles,commune,languages
        can-bo,Cán bộ tuyên giáo,staff,,
        lanh-dao,Lãnh đạo ban,approver,,
        bung-lao-1,Cán bộ truyền thông xã Búng Lao,communicator,bung-lao,vi
        """;

    internal FacebookSimulator Facebook { get; private set; } = null!;

    internal ZaloSimulator Zalo { get; private set; } = null!;

    public override async ValueTask InitializeAsync()
    {
        (Facebook, Zalo) = (await FacebookSimulator.StartAsync(time: Time), await ZaloSimulator.StartAsync(time: Time));
        await base.InitializeAsync();
    }

    public override async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await base.DisposeAsync();
        await Facebook.DisposeAsync();
        await Zalo.DisposeAsync();
    }

    private protected override Task HandInOwnDirectoryAsync() => HandInDirectoryAsync(AllCommunes, AllDestinations, AllPeople);

    private protected override void Configure(WebApplicationBuilder builder) =>
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["Channels:Preview"] = "true",
            ["Channels:Facebook:BaseUrl"] = Facebook.BaseUrl,
            ["Channels:Zalo:BaseUrl"] = Zalo.BaseUrl,
            ["Channels:Zalo:OAuthUrl"] = Zalo.BaseUrl,
            ["Channels:Zalo:AppId"] = ZaloSimulator.AppId,
            ["Channels:Zalo:SecretKey"] = ZaloSimulator.SecretKey,
            ["Credentials:facebook_bung_lao"] = "page-token",
            ["Credentials:zalo_bung_lao"] = ZaloSimulator.FirstTokenOf("zalo_bung_lao"),
        });

    /// <summary>The directory says that Búng Lao's page has another address.</summary>
    internal Task MovePageAsync(string address) => HandInDirectoryAsync(
        AllCommunes, AllDestinations.Replace("1000001", address, StringComparison.Ordinal), AllPeople);

    /// <summary>Hands in a revision for Búng Lao alone.</summary>
    internal Task WriteAsync(
        string item, string title, string frontMatter = "communes: [bung-lao]", string body = "Bà con trồng 40.000 ha mắc ca.") =>
        HandInAsync($"items/{item}.md", SampleFiles.Article(title, body, frontMatter: frontMatter));

    internal async Task HandInPictureAsync(string path, byte[] bytes)
    {
        var handIn = await Get<ContentIntake>().TakeApprovedAsync(path, bytes, ($"\"{path}\"", Time.GetUtcNow()), "can-bo");
        Assert.Equal(HandInState.Accepted, handIn.State);
    }

    /// <summary>The timer fires, as it does once a minute, and the queues are worked off.</summary>
    internal async Task TickAsync()
    {
        await StopAsync();
        await PublishAsync();
    }

    internal Task StopAsync() => Get<StopDispatcher>().StopDueAsync(CancellationToken.None);

    internal async Task WithdrawAsync(string item)
    {
        await Get<ItemCommands>().WithdrawAsync(new(item), new("can-bo"), "Sai số liệu", ETag.All, CancellationToken.None);
        await TickAsync();
    }

    /// <summary>A delivery to Búng Lao; null where there is none.</summary>
    internal async Task<Delivery?> FindAsync(string version, string row) =>
        (await Get<DeliveryCommands>().FindAsync(DeliveryId.Parse($"{version}.bung-lao.{row}", null), CancellationToken.None))?.Value;

    internal async Task<Delivery> GetAsync(string version, string row) =>
        await FindAsync(version, row) ?? throw new InvalidOperationException($"There is no {version}.bung-lao.{row}.");

    internal async Task<CommandOutcome> ActAsync(DeliveryCommand command, string version, string row, string person = "bung-lao-1") =>
        (await Get<DeliveryCommands>()
            .ExecuteAsync(
                command, [DeliveryId.Parse($"{version}.bung-lao.{row}", null)], await PersonAsync(person), CancellationToken.None))[0];

    /// <summary>Stores a delivery as a crash would have left it, with its block still in the backlog.</summary>
    internal async Task LeaveAsync(string version, string row, Func<Delivery, Delivery> leave)
    {
        var read = (await Get<DeliveryCommands>().FindAsync(DeliveryId.Parse($"{version}.bung-lao.{row}", null), CancellationToken.None))!;
        Assert.Single(await Get<DeliveryLedger>().WriteAsync([(read, leave(read.Value))], CancellationToken.None));
        await Get<Backlog>().PutAsync([new(read.Block.Version, read.Block.Name)], CancellationToken.None);
    }

    /// <summary>A delivery whose sender died under way.</summary>
    internal Delivery CutOff(Delivery delivery) => delivery with
    {
        State = DeliveryState.Sending,
        Attempts = 1,
        BegunAt = Time.GetUtcNow(),
        SendingUntil = Time.GetUtcNow().AddMinutes(1),
        EndedAt = null,
        Reference = null,
    };

    internal async Task<IEnumerable<WorklistEntry>> HandTasksAsync() =>
        await Get<WaitingReader>().AllHandTasksAsync("bung-lao");

    internal async Task<IEnumerable<DeliveryId>> TroubledAsync() =>
        (await Get<TroubleReader>().PageAsync(TroubleFilter.All, null, CancellationToken.None)).Rows.Select(row => row.Value.Delivery);

    internal IReadOnlyList<string> OnTelegram(string title) =>
        [.. Telegram.Posts.Where(post => post.Text.StartsWith(title, StringComparison.Ordinal))
            .Select(post => string.Create(CultureInfo.InvariantCulture, $"{post.Chat}/{post.Message}"))];

    internal int OnFacebook(string title) => Facebook.Posts.Count(post => post.Message.StartsWith(title, StringComparison.Ordinal));

    internal int OnZalo(string title) => Zalo.Messages.Count(message => message.Text.StartsWith(title, StringComparison.Ordinal));

    internal async Task<int> InFeedAsync(string title) =>
        (await FeedAsync("bung-lao")).Count(entry => (string?)entry!["title"] == title);

    internal async Task<int> InPreviewsAsync(string title) =>
        (await Get<PreviewReader>().PageAsync(new("bung-lao"), null, 100, CancellationToken.None)).Rows
            .Count(row => row.Value.Parts[0].Text.StartsWith(title, StringComparison.Ordinal));
}
