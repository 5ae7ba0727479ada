using System.Text.Json;
using Azure.Storage.Blobs.Models;
using Dissemination.Content;
using Dissemination.Intake;
using Dissemination.Storage;
using Dissemination.Tests.Flow;
using Dissemination.Translation;
using Microsoft.AspNetCore.Builder;

namespace Dissemination.Tests.Browser.Walk;

/// <summary>
/// The pages with a destination of every kind behind them, in a commune that reads Thái too. What storage would wake in the program the
/// walk does by hand, so that nothing waits for a timer.
/// </summary>
public sealed class WalkedChannels : AllChannels
{
    public const string Thai = "blt-Tavt";
    public const string Staff = "can-bo";
    public const string Approver = "lanh-dao";

    private const string Resolution = "resolutions/dien-bien-2025-2030.yaml";

    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);

    internal Uri Address { get; private set; } = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        var resolution = await File.ReadAllTextAsync(
            Path.Combine(RepositoryFiles.Root, "content", Resolution), TestContext.Current.CancellationToken);
        await HandInAsync(Resolution, resolution, Staff);
        Address = await ServeAsync();
    }

    /// <summary>Takes in what was put into storage since, the pictures before the items that show them, as the blob trigger does.</summary>
    internal async Task TakeInAsync()
    {
        List<(string Name, string Version)> files = [];
        await foreach (var blob in Store.Container(Containers.Content).GetBlobsAsync(
            BlobTraits.None, BlobStates.None, "items/", CancellationToken.None))
        {
            files.Add((blob.Name, $"{blob.Name} {blob.Properties.ETag}"));
        }

        foreach (var (name, version) in files.OrderBy(file => file.Name.EndsWith(".md", StringComparison.Ordinal)))
        {
            if (_taken.Add(version))
            {
                await Get<ContentIntake>().TakeAsync(Store.Container(Containers.Content).GetBlobClient(name), CancellationToken.None);
            }
        }

        await foreach (var message in TakeAsync(Store.TranslationWanted))
        {
            await Get<TranslationStarter>()
                .WantAsync(JsonSerializer.Deserialize(message, ContentJson.Default.TranslationRequest)!, CancellationToken.None);
        }
    }

    private protected override Task HandInOwnDirectoryAsync() => HandInDirectoryAsync(
        AllCommunes.Replace("Búng Lao,commune,,automatic", $"Búng Lao,commune,{Thai},automatic", StringComparison.Ordinal),
        $"{AllDestinations}\nbung-lao,bai-viet,zalo,Bài viết Zalo xã Búng Lao,articles,zalo_bung_lao,\n",
        $"{AllPeople}\nbung-lao-2,Cán bộ văn hoá xã Búng Lao,communicator,bung-lao,vi;{Thai}\n"
            + $"bung-lao-3,Cán bộ đoàn xã Búng Lao,communicator,bung-lao,vi;{Thai}\n");

    private protected override void Configure(WebApplicationBuilder builder)
    {
        base.Configure(builder);
        builder.Configuration["SignIn:Sample"] = "true";
    }
}
