using System.Globalization;
using System.Text;

namespace Dissemination.Tests.Runs;

/// <summary>How large a made-up province is: a lane for each bot, page and account, each in a commune of its own.</summary>
internal sealed record WorldPlan
{
    public int Bots { get; init; }

    public int ChatsPerBot { get; init; } = 1;

    public int Pages { get; init; }

    public int Accounts { get; init; }

    public int GroupsPerAccount { get; init; } = 1;

    public int Items { get; init; } = 1;

    public int Lanes => Bots + Pages + Accounts;

    public int Destinations => (Bots * ChatsPerBot) + Pages + (Accounts * GroupsPerAccount);

    public int Deliveries => Destinations * Items;

    public IEnumerable<string> BotNames => Enumerable.Range(0, Bots).Select(number => Name("telegram", number));

    public IEnumerable<string> PageNames => Enumerable.Range(0, Pages).Select(number => Name("facebook", number));

    public IEnumerable<string> AccountNames => Enumerable.Range(0, Accounts).Select(number => Name("zalo", number));

    public string Communes()
    {
        var csv = new StringBuilder("id,name,kind,languages,release\n");
        foreach (var lane in BotNames.Concat(PageNames).Concat(AccountNames))
        {
            csv.Append(CultureInfo.InvariantCulture, $"{CommuneOf(lane)},Xã {lane} (mẫu),commune,,automatic\n");
        }

        return csv.ToString();
    }

    public string DestinationRows()
    {
        var csv = new StringBuilder("commune,id,channel,name,address,credential,languages\n");
        Rows(
            BotNames,
            "telegram",
            ChatsPerBot,
            (bot, chat) => string.Create(CultureInfo.InvariantCulture, $"-{((long)bot + 1) * 1_000_000 + chat}"));
        Rows(PageNames, "facebook", 1, (page, _) => string.Create(CultureInfo.InvariantCulture, $"{1_000_000 + page}"));
        Rows(
            AccountNames,
            "zalo",
            GroupsPerAccount,
            (account, group) => string.Create(CultureInfo.InvariantCulture, $"group-{account}-{group}"));
        return csv.ToString();

        void Rows(IEnumerable<string> lanes, string channel, int each, Func<int, int, string> address)
        {
            foreach (var (number, lane) in lanes.Index())
            {
                for (var at = 0; at < each; at++)
                {
                    csv.Append(
                        CultureInfo.InvariantCulture,
                        $"{CommuneOf(lane)},noi-{at:D6},{channel},Nơi đăng {at} (mẫu),{address(number, at)},{lane},\n");
                }
            }
        }
    }

    public static string People { get; } = """
        id,name,roles,commune,languages
        can-bo,Cán bộ tuyên giáo (mẫu),staff,,
        lanh-dao,Lãnh đạo ban (mẫu),approver,,

        """;

    public static string ItemId(int number) => string.Create(CultureInfo.InvariantCulture, $"tin-{number:D4}");

    /// <summary>An approved article; no two are alike.</summary>
    public static string Article(int number) => string.Create(CultureInfo.InvariantCulture, $"""
        ---
        title: Tin số {number}
        issuer: Ban Tuyên giáo (mẫu)
        approval: (by: lanh-dao, document: MẪU-01 (mẫu), date: 2026-11-01)
        sample: true
        ---
        Bà con trồng {number + 1}.000 ha mắc ca.
        """).Replace("(by:", "{ by:", StringComparison.Ordinal).Replace("2026-11-01)", "2026-11-01 }", StringComparison.Ordinal);

    private static string Name(string channel, int number) => string.Create(CultureInfo.InvariantCulture, $"{channel}_{number:D3}");

    private static string CommuneOf(string lane) => lane.Replace('_', '-');
}
