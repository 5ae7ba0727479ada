using System.Globalization;
using Dissemination.Alerts;
using Dissemination.Content;
using Dissemination.Deliveries.HandTasks;
using Dissemination.Directory;
using Dissemination.Intake;
using Dissemination.Problems;
using Dissemination.Reviewing;
using Dissemination.Storage;
using Dissemination.Translation.Review;
using Dissemination.Web.Pages.Frame;

namespace Dissemination.Tests.Web.Pages.Frame;

/// <summary>What people read of an alert: no message, path or key of the program.</summary>
public sealed class AlertLabelsTests
{
    private static readonly Dictionary<ItemId, string> Headlines = new() { [new("mac-ca")] = "Mắc ca về bản" };

    public static TheoryData<string> Kinds =>
    [
        .. QueueNames.All, AlertStore.FileKind, RowAlerts.UnreadableKind, RowAlerts.StepKind, ReviewNotifier.AlertKind,
        TranslationReminder.AlertKind, HandTaskReminder.AlertKind, DirectoryTaking.AlertKind, LeaderMessages.AlertKind, "destination",
        "lane", "version",
    ];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_kind_of_alert_has_words_of_its_own_in_both_languages(string kind)
    {
        foreach (var culture in (string[])["vi", "en"])
        {
            CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(culture);
            Assert.False(string.IsNullOrWhiteSpace(Labels.Find("AlertKind", kind)), $"{kind} in {culture}");
            Assert.NotEqual(AlertLabels.KindOf("la"), AlertLabels.KindOf(kind));
        }
    }

    [Theory]
    [InlineData("lanes", "{\"share\":1}", "Gửi bài lên kênh")]
    [InlineData("file", "content/items/bai.md", "bai.md")]
    [InlineData("row", "editorial/editorial/item.x", "Dữ liệu đã lưu không đọc được")]
    [InlineData("version", "mac-ca.1.vi", "Mắc ca về bản (Tiếng Việt)")]
    [InlineData("version", "khac.1.vi", "Bài chưa đưa ra đăng được")]
    [InlineData("lanes", "mac-ca.1.vi b.1", "Mắc ca về bản (Tiếng Việt)")]
    [InlineData("la", "gì đó", "Việc tự động không làm được")]
    public void It_is_called_by_what_it_is_about(string kind, string subject, string name)
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("vi");

        Assert.Equal(name, AlertLabels.SubjectOf(Of(kind, subject, ""), DirectorySnapshot.Empty, Headlines));
    }

    [Fact]
    public void What_is_told_of_it_names_neither_a_queue_nor_a_folder_nor_an_id()
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("vi");

        Assert.Contains(
            "«Gửi bài lên kênh»",
            TextOf("lanes", "{}", "lanes", nameof(ProblemTexts.MessageNotHandled)),
            StringComparison.Ordinal);
        Assert.Contains(
            "«bai.md»",
            TextOf("file", "content/items/bai.md", "content/items/bai.md", nameof(ProblemTexts.FileNotHandled)),
            StringComparison.Ordinal);
        Assert.Contains(
            "«Mắc ca về bản (Tiếng Việt)»",
            TextOf("version", "mac-ca.1.vi", "mac-ca.1.vi", nameof(ProblemTexts.VersionNotPlanned)),
            StringComparison.Ordinal);
        Assert.Contains(
            "zalo_na_tau",
            TextOf("lane", "zalo_na_tau", "zalo_na_tau", nameof(ProblemTexts.LaneNotFound)),
            StringComparison.Ordinal);
    }

    private static string TextOf(string kind, string subject, string argument, string code) =>
        AlertLabels.TextOf(Of(kind, subject, code, argument), DirectorySnapshot.Empty, Headlines);

    private static Alert Of(string kind, string subject, string code, params string[] arguments) =>
        new(kind, subject, DateTimeOffset.UnixEpoch, new(code, null, [.. arguments]), Retry: null);
}
