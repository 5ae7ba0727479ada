using Dissemination.Alerts;
using Dissemination.Content;
using Dissemination.Deliveries.HandTasks;
using Dissemination.Deliveries.Sending;
using Dissemination.Deliveries.Waiting;
using Dissemination.Directory;
using Dissemination.Intake;
using Dissemination.Problems;
using Dissemination.Reports;
using Dissemination.Storage;
using Dissemination.Tests.Flow;
using Dissemination.Tests.Intake;
using Dissemination.Translation;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;

namespace Dissemination.Tests.Web;

/// <summary>
/// The program as one machine runs it, served on a port, with part of the repository's content in every state that pages show.
/// </summary>
public class Site : Rooms
{
    public const string Published = "mac-ca-ca-phe-2030";
    public const string Illustrated = "nghi-quyet-noi-gi";
    public const string Troubled = "giam-ngheo-tung-nam";
    public const string Unapproved = "xa-nong-thon-moi";
    public const string Thai = "blt-Tavt";

    public const string Staff = "can-bo-tuyen-giao";
    public const string Approver = "lanh-dao-ban";
    public const string Leader = "lanh-dao-tinh";
    public const string Communicator = "bung-lao-1";
    public const string OtherCommunicator = "bung-lao-2";

    /// <summary>A commune with many village groups.</summary>
    public const string ManyGroups = "tua-chua";

    public const string GroupKeeper = "tua-chua-1";

    /// <summary>So many that a page of tasks does not hold them.</summary>
    private const int Groups = 110;

    private bool _previews = true;

    internal Uri Address { get; private set; } = null!;

    /// <summary>The hand-in of the broken file.</summary>
    internal HandIn Rejected { get; private set; } = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await HandInDirectoryAsync();
        await TakeAsync("resolutions/dien-bien-2025-2030.yaml");
        await PictureAsync("items/doi-nui-dien-bien.png");
        await TakeAsync($"items/{Illustrated}.md");
        await PublishAsync();
        Time.Advance(TimeSpan.FromHours(26));
        await TakeAsync($"items/{Published}.md");
        await TakeAsync($"items/{Published}.{Thai}.md");
        await TakeAsync($"items/{Published}.hmn-Latn-x-chv.md");
        await TakeAsync($"items/{Unapproved}.md");
        await ApproveAsync($"{Published}.1.{Thai}", Communicator);
        await PublishAsync();
        await TroubleAsync();
        await Get<HandTaskReminder>().RemindAsync(CancellationToken.None);
        await Get<ReportWriter>().WriteDueAsync(CancellationToken.None);

        var broken = await File.ReadAllBytesAsync(PathOf("broken/bai-hong.md"));
        Rejected = await Get<ContentIntake>()
            .TakeAsync("items/bai-hong.md", broken, ("\"broken\"", Time.GetUtcNow()), Staff);
        Address = await ServeAsync();
    }

    /// <summary>One commune keeps its posts back, so that there is something to release; another has many village groups.</summary>
    private protected async Task HandInDirectoryAsync() =>
        await HandInDirectoryAsync(
            (await ReadAsync("directory/communes.csv"))
                .Replace("sin-thau,Sín Thầu,commune,,automatic", "sin-thau,Sín Thầu,commune,,confirm", StringComparison.Ordinal),
            await ReadAsync("directory/destinations.csv") + string.Concat(
                Enumerable.Range(1, Groups)
                    .Select(number => $"{ManyGroups},to-{number:D3},group,Nhóm Zalo thôn số {number} (mẫu),Thôn {number},,vi\n")),
            PeopleOf(await ReadAsync("directory/people.csv")));

    /// <summary>Whom the directory knows, from the repository's file.</summary>
    private protected virtual string PeopleOf(string people) => people;

    /// <summary>What is planned where no credential is configured and nothing is previewed fails.</summary>
    private async Task TroubleAsync()
    {
        await TakeAsync($"items/{Troubled}.md");
        await TakeAsync($"items/{Troubled}.{Thai}.md");
        await TakeAsync($"items/{Troubled}.mww-Latn-x-rpa.md");
        _previews = false;
        await using (var elsewhere = Build())
        {
            await PlanAsync(elsewhere);
        }

        _previews = true;
        await BreakAsync();
    }

    /// <summary>A message that nothing can handle, a destination that closed and a lane whose credential is refused.</summary>
    private async Task BreakAsync()
    {
        await Get<AlertStore>().DeadLetterMessageAsync(QueueNames.Lanes, "{}", CancellationToken.None);
        var directory = await Get<DirectoryStore>().FreshAsync(CancellationToken.None);
        var closed = directory.Find(DestinationId.Parse("na-tau.facebook", null))!;
        await Get<HealthStore>()
            .CloseAsync(
                closed,
                new(nameof(ProblemTexts.DestinationClosed), null, "Facebook", closed.Name, "page not found"),
                CancellationToken.None);
        await Get<HealthStore>()
            .StopLaneAsync("zalo_na_tau", new(nameof(ProblemTexts.CredentialRefused), null, "Zalo", "zalo_na_tau"), CancellationToken.None);
    }

    private static string PathOf(string file) => Path.Combine(RepositoryFiles.Root, "content", file);

    private static Task<string> ReadAsync(string file) => File.ReadAllTextAsync(PathOf(file));

    private async Task TakeAsync(string file) => await HandInAsync(file, await ReadAsync(file), Staff);

    private async Task PictureAsync(string file)
    {
        var bytes = await File.ReadAllBytesAsync(PathOf(file));
        await Get<ContentIntake>().TakeApprovedAsync(file, bytes, ("\"picture\"", Time.GetUtcNow()), Staff);
    }

    internal async Task ApproveAsync(string version, string person)
    {
        var row = await TranslationAsync(version);
        var approved = await Get<TranslationService>()
            .ApproveAsync(row.Value.Id, await PersonAsync(person), row.ETag, CancellationToken.None);
        Assert.True(approved.IsDone, approved.Problem?.Code);
    }

    /// <summary>A delivery of an item that is in a list of its commune.</summary>
    internal async Task<DeliveryId> HandTaskAsync(string commune, string item) =>
        (await Get<WaitingReader>().HandTasksAsync(CommuneId.Parse(commune, null), null, CancellationToken.None))
        .Rows.First(row => row.Value.Delivery.Version.Item.Value == item).Value.Delivery;

    /// <summary>A browser without a screen, signed in as somebody or as nobody.</summary>
    internal Visitor Visit(string? person = null) => new(Address, person);

    private protected override void Configure(WebApplicationBuilder builder)
    {
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["Channels:Preview"] = _previews ? "true" : "false",
            ["Credentials:telegram_tinh"] = "",
        });
        builder.Configuration["SignIn:Sample"] = "true";
    }
}
