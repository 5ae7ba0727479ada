using System.Globalization;
using Dissemination.Tests.Runs;

namespace Dissemination.Benchmarks.Mission;

/// <summary>The figures as tables for the console and for <c>docs/delivery.md</c>.</summary>
internal static class MissionTables
{
    /// <summary>The purposes that are shown of the program and of the host, the dearest first; the others are together one line.</summary>
    private const int Shown = 20;

    public static void Write(MissionReport report)
    {
        Months(report.Months);
        Singles([.. report.Singles.Index()]);
        Idle(report.Idle);
        Pages(report.Pages);
        Peers(report.Peers);
    }

    private static void Months(List<MonthResult> months)
    {
        Table(
            months,
            ("items, all due at once", month => Text(month.Items)),
            ("deliveries", month => Text(month.Deliveries)),
            ("seconds", month => Text(month.Seconds, 1)),
            ("deliveries/s", month => Text(month.PerSecond)),
            ("transactions a delivery: program", month => Text(month.ProgramTransactionsEach, 3)),
            ("host", month => Text(month.HostTransactionsEach, 3)),
            ("CPU, ms a delivery: program", month => Text(month.WorkerMillisecondsEach, 2)),
            ("host", month => Text(month.HostMillisecondsEach, 2)),
            ("Azurite", month => Text(month.AzuriteMillisecondsEach, 2)),
            ("peak memory of the program (MB)", month => Text(month.PeakMegabytes)));
        Table(
            months,
            ("items", month => Text(month.Items)),
            ("posts there", month => Text(month.Posts.Posts)),
            ("places", month => Text(month.Posts.Destinations)),
            ("at each", month => $"{Text(month.Posts.Fewest)} to {Text(month.Posts.Most)}"),
            ("deliveries of some items, one by one", month => States(month.Sampled)),
            ("handing in, transactions an item: program", month => Text(month.HandIn.Of(StorageUse.Program) / (double)month.Items, 1)),
            ("host", month => Text(month.HandIn.Of(StorageUse.Host) / (double)month.Items, 1)));
        if (months is [var first, .., var most])
        {
            var (growth, time) = (most.Deliveries / (double)first.Deliveries, most.Seconds / first.Seconds);
            Console.WriteLine();
            Console.WriteLine(
                $"{Text(growth, 1)} times the deliveries took {Text(time, 1)} times as long ({Text(time / growth, 2)} of what is linear) "
                + $"and {Text(most.PeakMegabytes / (double)first.PeakMegabytes, 2)} times the memory.");
        }

        if (months is [.., var last])
        {
            Purposes($"{Text(last.Items)} items at once", last.Storage, (last.Items, "an item"));
        }
    }

    private static void Singles(List<(int Index, SingleResult Item)> singles)
    {
        Table(
            singles,
            ("single item", single => single.Index == 0 ? "the first" : "the next"),
            ("transactions a delivery: program", single => Text(single.Item.ProgramTransactionsEach, 3)),
            ("host", single => Text(single.Item.HostTransactionsEach, 3)),
            ("last post (s after it was due)", single => Text(single.Item.LastPost ?? 0, 1)),
            ("last delivery by machine written down (s)", single => Text(single.Item.LastEnd ?? 0, 1)),
            ("counted over (s)", single => Text(single.Item.Seconds)),
            ("transactions for all feeds once", single => Text(single.Item.FeedReads.Storage.Of(StorageUse.Program))),
            ("entries in them", single => Text(single.Item.FeedReads.Entries)),
            ("deliveries", single => States(single.Item.Deliveries)));
        if (singles is [.., var last])
        {
            Purposes("the last single item", last.Item.Storage, (MissionPlan.Destinations, "a delivery"));
        }
    }

    private static void Idle(IdleResult? idle)
    {
        if (idle is null)
        {
            return;
        }

        Table(
            [idle],
            ("idle, transactions a minute: program", one => Text(one.ProgramEachMinute, 1)),
            ("of it in every minute", one => Text(one.Storage.Of(StorageUse.Program) / (double)one.Minutes, 1)),
            ("a tick of the reports", one => Text(one.Reports.Each, 1)),
            ("the ticks of an hour", one => Text(one.Hourly.Each, 1)),
            ("host", one => Text(one.HostEachMinute, 1)),
            ("of it for queues", one => Text(one.HostQueuesEachMinute, 1)));
        Purposes("idle", idle.Storage, (idle.Minutes, "a minute"));
        Purposes("the timers of an hour", idle.Hourly.Storage, (idle.Hourly.Ticks, "a tick"));
    }

    private static void Pages(List<PageResult> pages) => Table(
        pages,
        ("page", page => page.Page),
        ("items in storage", page => Text(page.Items)),
        ("storage reads", page => Text(page.Reads, 1)),
        ("median (ms)", page => Text(page.Milliseconds)));

    private static void Peers(List<PeerResult> peers) => Table(
        peers,
        ("beside it", peer => peer.Peer),
        ("deliveries", peer => Text(peer.Deliveries)),
        ("seconds", peer => Text(peer.Seconds, 1)),
        ("deliveries/s", peer => Text(peer.PerSecond)),
        ("transactions a delivery", peer => Text(peer.TransactionsEach, 2)));

    private static void Purposes(string title, Measurement storage, (double Count, string Name) unit)
    {
        foreach (var by in storage.Since(Measurement.None).Storage.GroupBy(use => use.By, StringComparer.Ordinal))
        {
            var uses = by.ToList();
            List<(string What, long Count)> rows =
                [.. uses.Take(Shown).Select(use => ($"{use.Service} {use.Name}, {use.Access}", use.Count))];
            if (uses.Count > Shown)
            {
                rows.Add(($"{Text(uses.Count - Shown)} others", uses.Skip(Shown).Sum(use => use.Count)));
            }

            Table(
                rows,
                ($"{title}: {by.Key}", row => row.What),
                ("transactions", row => Text(row.Count)),
                (unit.Name, row => Text(row.Count / unit.Count, 2)));
        }
    }

    private static void Table<T>(List<T> rows, params (string Head, Func<T, string> Cell)[] columns)
    {
        if (rows.Count == 0)
        {
            return;
        }

        Console.WriteLine();
        Line(columns.Select(column => column.Head));
        Line(columns.Select(_ => "---"));
        rows.ForEach(row => Line(columns.Select(column => column.Cell(row))));

        static void Line(IEnumerable<string> cells) => Console.WriteLine($"| {string.Join(" | ", cells)} |");
    }

    private static string Text(double figure, int decimals = 0) =>
        figure.ToString(string.Create(CultureInfo.InvariantCulture, $"F{decimals}"), CultureInfo.InvariantCulture);

    private static string States(IReadOnlyDictionary<string, int> states) =>
        string.Join(", ", states.Select(state => $"{Text(state.Value)} {state.Key}"));
}
