using System.Diagnostics.Metrics;

namespace Dissemination;

/// <summary>What the program counts of its own work. Counts only, never people.</summary>
internal static class Metrics
{
    public const string MeterName = "Dissemination";

    public const string StorageMeterName = "Dissemination.Storage";

    private static readonly Meter Meter = new(MeterName);

    public static Counter<long> FilesAccepted { get; } = Counter("files.accepted", "tệp nhận / files accepted");

    public static Counter<long> FilesRejected { get; } = Counter("files.rejected", "tệp bị từ chối / rejected");

    public static Counter<long> ItemsAccepted { get; } = Counter("items.accepted", "tin bài / items");

    public static Counter<long> TranslationsWanted { get; } = Counter("translations.wanted", "bản dịch cần làm / translations");

    public static Counter<long> VersionsPublished { get; } = Counter("versions.published", "bản đã lên lịch đăng / published");

    public static Counter<long> DeliveriesPlanned { get; } = Counter("deliveries.planned", "lượt đăng dự kiến / planned");

    public static Counter<long> DeliveriesDelivered { get; } = Counter("deliveries.delivered", "đã đăng / delivered");

    public static Counter<long> DeliveriesTroubled { get; } = Counter("deliveries.troubled", "lỗi, chưa rõ / in trouble");

    public static Counter<long> SamplesTaken { get; } = Counter("reach.samples", "số liệu / samples");

    public static Counter<long> ReportsWritten { get; } = Counter("reports.written", "báo cáo / reports");

    /// <summary>On a meter of its own, because it never stands still.</summary>
    public static Counter<long> StorageTransactions { get; } = new Meter(StorageMeterName)
        .CreateCounter<long>("storage.transactions", unit: null, "giao dịch lưu trữ / storage transactions");

    private static Counter<long> Counter(string name, string description) => Meter.CreateCounter<long>(name, unit: null, description);
}
