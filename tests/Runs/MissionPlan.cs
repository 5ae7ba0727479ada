using System.Globalization;
using System.Text;
using Dissemination.Simulators.Zalo;

namespace Dissemination.Tests.Runs;

/// <summary>
/// The province as it is, made up: 44 communes, each with a page, a chat on its own bot, a group of its own account, a feed of its
/// website and one place that a person serves; and a ward with 250 places. Nearly every lane has one destination.
/// </summary>
internal static class MissionPlan
{
    public const int Communes = 44;

    public const string Ward = "phuong";

    /// <summary>Whoever hands in and looks.</summary>
    public const string Staff = "can-bo";

    private const int WardGroups = 100;
    private const int WardHandGroups = 100;
    private const int WardChats = 48;

    /// <summary>What a program posts of an item: pages, chats and groups of accounts.</summary>
    public const int Posts = (Communes * 3) + WardGroups + WardChats + 1;

    /// <summary>The feeds that an item comes into.</summary>
    public const int Feeds = Communes + 1;

    /// <summary>What people carry out of an item.</summary>
    public const int HandTasks = Communes + WardHandGroups;

    /// <summary>The deliveries of an item.</summary>
    public const int Destinations = Posts + Feeds + HandTasks;

    /// <summary>No timer wakes anything.</summary>
    public static string[] NoTimers { get; } =
        ["--PublishSchedule=0 0 0 1 1 *", "--SweepSchedule=0 0 0 1 1 *", "--ReminderSchedule=0 0 0 1 1 *", .. NoFigures];

    /// <summary>Neither reach nor reports.</summary>
    public static string[] NoFigures => ["--ReportSchedule=0 0 0 1 1 *", "--ReachSchedule=0 0 0 1 1 *"];

    public static IEnumerable<string> CommuneIds => Enumerable.Range(0, Communes).Select(CommuneId).Append(Ward);

    public static string People { get; } = $"""
        id,name,roles,commune,languages
        {Staff},Cán bộ tuyên giáo (mẫu),staff,,
        lanh-dao,Lãnh đạo ban (mẫu),approver,,

        """;

    public static string CommuneRows()
    {
        var csv = new StringBuilder("id,name,kind,languages,release\n");
        for (var commune = 0; commune < Communes; commune++)
        {
            csv.Append(CultureInfo.InvariantCulture, $"{CommuneId(commune)},Xã số {commune} (mẫu),commune,,automatic\n");
        }

        return csv.Append(CultureInfo.InvariantCulture, $"{Ward},Phường (mẫu),ward,,automatic\n").ToString();
    }

    public static string DestinationRows()
    {
        var csv = new StringBuilder("commune,id,channel,name,address,credential,languages\n");
        for (var number = 0; number < Communes; number++)
        {
            Posted(number, "trang", "facebook");
            Posted(number, "kenh", "telegram");
            Posted(number, "nhom-oa", "zalo");
            Row(number, "trang-tin", "website", "");
            Row(number, "thon", number % 2 == 0 ? "group" : "loudspeaker", "Thôn 1 (mẫu)");
        }

        Posted(Communes, "trang", "facebook");
        Row(Communes, "trang-tin", "website", "");
        Many(WardGroups, at => Posted(Communes, $"nhom-oa-{at}", "zalo", at));
        Many(WardChats, at => Posted(Communes, $"kenh-{at}", "telegram", at));
        Many(WardHandGroups, at => Row(Communes, $"to-{at}", "group", $"Tổ dân phố {at} (mẫu)"));
        return csv.ToString();

        void Posted(int commune, string id, string channel, int at = 0) =>
            Row(commune, id, channel, Address(channel, commune, at), CredentialOf(channel, commune));

        void Row(int commune, string id, string channel, string address, string credential = "") => csv.Append(
            CultureInfo.InvariantCulture, $"{CommuneId(commune)},{id},{channel},Nơi đăng {id} (mẫu),{address},{credential},\n");

        void Many(int count, Action<int> add) => Enumerable.Range(0, count).ToList().ForEach(add);
    }

    public static string ItemId(int number) => string.Create(CultureInfo.InvariantCulture, $"tin-{number:D4}");

    /// <summary>An approved article of the length that offices write; no two are alike.</summary>
    /// <param name="publishAt">When it is due, to the minute; null for at once.</param>
    public static string Article(int number, DateTimeOffset? publishAt = null)
    {
        var due = publishAt is { } at
            ? string.Create(CultureInfo.InvariantCulture, $"publishAt: {at.ToOffset(TimeSpan.FromHours(7)):yyyy-MM-dd HH:mm}\n")
            : "";
        return string.Create(CultureInfo.InvariantCulture, $$"""
            ---
            title: Tin số {{number}} về trồng mắc ca và cà phê của xã
            issuer: Ban Tuyên giáo (mẫu)
            approval: { by: lanh-dao, document: MẪU-01 (mẫu), date: 2026-11-01 }
            sample: true
            {{due}}---
            Bà con trong xã đã trồng {{number + 1}}.000 ha mắc ca, đạt và vượt chỉ tiêu mà nghị quyết đề ra cho năm nay. Cán bộ
            khuyến nông hướng dẫn từng hộ cách làm đất, chọn giống và chăm cây trong mùa khô.

            Từ nay đến cuối năm, xã vận động các hộ còn đất trống đăng ký trồng thêm cà phê dưới tán rừng, vừa có thu nhập vừa giữ được
            nguồn nước. Hộ nghèo được vay vốn ưu đãi và được nhận cây giống không mất tiền.

            Bà con cần hỏi thêm thì đến trụ sở xã vào sáng thứ hai hằng tuần, có cán bộ trả lời.

            """);
    }

    /// <summary>Where the simulated channels are, the secrets of all credentials, and no pace of a channel's own.</summary>
    public static IEnumerable<string> Channels(string telegram, string facebook, string zalo) =>
    [
        $"--Channels:Telegram:BaseUrl={telegram}", $"--Channels:Facebook:BaseUrl={facebook}",
        $"--Channels:Zalo:BaseUrl={zalo}", $"--Channels:Zalo:OAuthUrl={zalo}",
        $"--Channels:Zalo:AppId={ZaloSimulator.AppId}", $"--Channels:Zalo:SecretKey={ZaloSimulator.SecretKey}",
        "--Channels:Telegram:PerSecond=0", "--Channels:Telegram:PerChatMinute=0", "--Channels:Telegram:ChatInterval=0",
        .. Enumerable.Range(0, Communes + 1).SelectMany(commune => (string[])
        [
            $"--Credentials:{CredentialOf("telegram", commune)}={string.Create(CultureInfo.InvariantCulture, $"{1000 + commune}")}:sample",
            $"--Credentials:{CredentialOf("facebook", commune)}=page-token-{CredentialOf("facebook", commune)}",
            $"--Credentials:{CredentialOf("zalo", commune)}={ZaloSimulator.FirstTokenOf(CredentialOf("zalo", commune))}",
        ]),
    ];

    private static string CommuneId(int number) =>
        number == Communes ? Ward : string.Create(CultureInfo.InvariantCulture, $"xa-{number:D2}");

    private static string CredentialOf(string channel, int commune) =>
        string.Create(CultureInfo.InvariantCulture, $"{channel}_{commune:D2}");

    private static string Address(string channel, int commune, int at) => channel switch
    {
        "telegram" => string.Create(CultureInfo.InvariantCulture, $"-{((commune + 1) * 1_000_000L) + at}"),
        "facebook" => string.Create(CultureInfo.InvariantCulture, $"{1_000_000 + commune}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"group-{commune}-{at}"),
    };
}
