using Dissemination.Content;
using Dissemination.Deliveries;
using Dissemination.Deliveries.Waiting;
using Dissemination.Tests.Deliveries.Waiting;
using Dissemination.Tests.Flow;

namespace Dissemination.Tests.Deliveries;

/// <summary>Búng Lao, which becomes part of Mường Mới: its channels go over under other names, at the same addresses.</summary>
public sealed class Merging : AllChannels
{
    private const string Communes = """
        id,name,kind,languages,release,mergedInto
        bung-lao,Búng Lao,commune,,automatic,
        muong-moi,Mường Mới,commune,,automatic,
        """;

    private const string Destinations = """
        commune,id,channel,name,address,credential,languages
        bung-lao,telegram,telegram,Kênh Telegram xã Búng Lao,-1001,telegram_tinh,
        bung-lao,facebook,facebook,Trang Facebook xã Búng Lao,1000001,facebook_bung_lao,
        bung-lao,trang-tin,website,Trang tin xã Búng Lao,,,
        bung-lao,nhom-ban,group,Nhóm bản Búng Lao,Nhóm Zalo bản,,
        bung-lao,loa,loudspeaker,Loa bản Hồng Líu,,,
        muong-moi,trang-tin,website,Trang tin xã Mường Mới,,,
        """;

    private const string MovedDestinations = """
        commune,id,channel,name,address,credential,languages
        muong-moi,telegram-bung-lao,telegram,Kênh Telegram vùng Búng Lao,-1001,telegram_tinh,
        muong-moi,facebook-bung-lao,facebook,Trang Facebook vùng Búng Lao,1000001,facebook_bung_lao,
        muong-moi,nhom-bung-lao,group,Nhóm bản Búng Lao,Nhóm Zalo bản,,
        muong-moi,loa-bung-lao,loudspeaker,Loa bản Hồng Líu,,,
        muong-moi,trang-tin,website,Trang tin xã Mường Mới,,,
        """;

    private const string People = """
        id,name,roles,commune,languages
        can-bo,Cán bộ tuyên giáo,staff,,
        lanh-dao,Lãnh đạo ban,approver,,
        bung-lao-1,Cán bộ truyền thông xã Búng Lao,communicator,bung-lao,vi
        muong-moi-1,Cán bộ truyền thông xã Mường Mới,communicator,muong-moi,vi
        """;

    private protected override Task HandInOwnDirectoryAsync() => ApartAsync();

    /// <summary>Both communes by themselves.</summary>
    internal Task ApartAsync(string release = "automatic") =>
        HandInDirectoryAsync(Communes.Replace("automatic", release, StringComparison.Ordinal), Destinations, People);

    /// <summary>The files say that one became part of the other, a day later.</summary>
    internal async Task MergeAsync(params IEnumerable<string> files)
    {
        Time.Advance(TimeSpan.FromDays(1));
        var (communes, destinations, people) = (Communes, Destinations, People);
        foreach (var file in files)
        {
            (communes, destinations, people) = (
                file is "communes.csv" ? Merged(Communes) : communes,
                file is "destinations.csv" ? MovedDestinations : destinations,
                file is "people.csv" ? People.Replace(",bung-lao,", ",muong-moi,", StringComparison.Ordinal) : people);
            await HandInDirectoryAsync(communes, destinations, people);
            Time.Advance(TimeSpan.FromMinutes(1));
        }

        await HandInDirectoryAsync(Merged(Communes), MovedDestinations, People);
    }

    /// <summary>Files that name the commune no more.</summary>
    internal async Task ForgetAsync()
    {
        Time.Advance(TimeSpan.FromDays(1));

        // Its people go first: no file may name a commune that is not there.
        await HandInDirectoryAsync(Merged(Communes), MovedDestinations, Without(People));
        await HandInDirectoryAsync(Without(Communes), MovedDestinations, Without(People));

        static string Without(string file) =>
            string.Join('\n', file.Split('\n').Where(row => !row.StartsWith("bung-lao", StringComparison.Ordinal)));
    }

    /// <summary>Files where one commune goes on under the other, with all the rest as it was.</summary>
    internal Task MergeByNameAloneAsync()
    {
        Time.Advance(TimeSpan.FromDays(1));
        return HandInDirectoryAsync(Merged(Communes), Destinations, People);
    }

    /// <summary>A version is planned once more, as when its translation was approved anew.</summary>
    internal async Task PlanAgainAsync(string version)
    {
        var now = Time.GetUtcNow();
        await Get<FanOut>().TakeAsync(new(VersionId.Parse(version, null), now, now), CancellationToken.None);
        await SendAsync();
    }

    internal async Task<Delivery?> OfSuccessorAsync(string version, string row) =>
        (await Get<DeliveryCommands>().FindAsync(
            DeliveryId.Parse($"{version}.muong-moi.{row}", null), CancellationToken.None))?.Value;

    internal async Task<IEnumerable<string>> HandTasksOfSuccessorAsync() =>
        (await Get<WaitingReader>().AllHandTasksAsync("muong-moi"))
            .Select(task => task.Delivery.ToString());

    private static string Merged(string communes) =>
        communes.Replace("bung-lao,Búng Lao,commune,,automatic,", "bung-lao,Búng Lao,commune,,automatic,muong-moi", StringComparison.Ordinal);
}
