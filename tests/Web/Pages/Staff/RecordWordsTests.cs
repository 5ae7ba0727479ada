using System.Globalization;
using Dissemination.Content;
using Dissemination.Storage;
using Dissemination.Tests.Directory;
using Dissemination.Web.Pages.Staff;
using Dissemination.Web.SignIn;

namespace Dissemination.Tests.Web.Pages.Staff;

/// <summary>What people read of a line of the record: what things are called, and no id, path or message of the program.</summary>
public sealed class RecordWordsTests
{
    private static readonly DateTimeOffset At = new(2026, 11, 20, 1, 0, 0, TimeSpan.Zero);

    private readonly RecordWords _words =
        new(DirectoryText.Snapshot(), new Dictionary<ItemId, string> { [new("mac-ca")] = "Mắc ca về bản" });

    public RecordWordsTests() => CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("vi");

    [Theory]
    [InlineData("approved", "12-QĐ/TU", "12-QĐ/TU")]
    [InlineData("revision-accepted", "items/mac-ca.md", "mac-ca.md")]
    [InlineData("hand-in-refused", "content/items/bai.md: FileEmpty", "bai.md")]
    [InlineData("sessions-ended", "can-bo", "Cán bộ")]
    [InlineData("commune-reminded", "bung-lao", "Xã Búng Lao")]
    [InlineData("offer-decided", "bung-lao: 2/5", "Xã Búng Lao: 2/5")]
    [InlineData("translation-assigned", "bung-lao", "Xã Búng Lao")]
    [InlineData("translation-assigned", "bung-lao can-bo", "Xã Búng Lao, Cán bộ")]
    [InlineData(
        "warning-dismissed", "NumberMissing:40.000: viết bằng chữ", "Thiếu con số 40.000 có trong bản gốc. – viết bằng chữ")]
    [InlineData(
        "warning-dismissed",
        "NumberFewer:3|2|1: một lần là đủ: câu ngắn",
        "Con số 3 có 2 lần trong bản gốc, bản dịch chỉ có 1 lần. – một lần là đủ: câu ngắn")]
    [InlineData("destination-reopened", "bung-lao.telegram", "Kênh Telegram")]
    [InlineData("delivery-retry-asked", "bung-lao.telegram, bung-lao.loa.edition-2", "Kênh Telegram, Loa bản")]
    [InlineData("attendance-told", "bung-lao.loa: 30 → 40", "Loa bản: 30 → 40")]
    [InlineData("alert-dismissed", "file: content/items/bai.md", "Tệp không xử lý được: bai.md")]
    [InlineData("alert-retried", "lanes: {\"share\":1}", "Gửi bài lên kênh")]
    [InlineData("directory-row-changed", "name\tBúng\tBúng Lao", "tên: Búng → Búng Lao")]
    public void What_belongs_to_an_act_is_told_in_words(string what, string detail, string told) =>
        Assert.Equal(told, _words.DetailsOf(Line(what: what, detail: detail)));

    /// <summary>One button tries hundreds again, and one answer refuses as many: a phone shows the first of them.</summary>
    [Fact]
    public void Of_what_one_act_did_to_very_many_the_first_are_named_and_the_others_counted()
    {
        var places = string.Join(", ", Enumerable.Repeat("bung-lao.telegram", 1_012));
        var ids = string.Join(", ", Enumerable.Repeat("mac-ca.1.vi.bung-lao.loa", 12));
        var refused = _words.DetailsOf(Line(what: "refused", detail: $"POST /troubles/all/retry: 403 NotYourCommune: {ids}"));

        Assert.Equal(
            $"{string.Join(", ", Enumerable.Repeat("Kênh Telegram", 10))} (+1.002)",
            _words.DetailsOf(Line(what: "delivery-retry-asked", detail: places)));
        Assert.StartsWith("POST /troubles/all/retry: 403 NotYourCommune: mac-ca.1.vi.bung-lao.loa, ", refused, StringComparison.Ordinal);
        Assert.EndsWith(" (+2)", refused, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_more_refusals_than_a_row_takes_the_first_are_in_the_record_and_the_others_counted()
    {
        var slug = new string('x', 63);
        var listed = RefusedOfMany.Listed(Enumerable.Range(100_000, 1_012).Select(
            number => $"{slug}.{number}.hmn-Latn-x-chv.{slug}.{slug}.edition-1000000000.remove"));

        Assert.EndsWith(".remove, +12", listed, StringComparison.Ordinal);
        Assert.InRange(listed.Length, 100_000, RowCodec.MostCharacters / 3 * 2);
        Assert.EndsWith(
            " (+1.002)",
            _words.DetailsOf(Line(what: "refused", detail: $"POST /api/xliff: 403 NotYourCommune: {listed}")),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("mac-ca", "Mắc ca về bản", "/items/mac-ca")]
    [InlineData("khong-con-nua", "khong-con-nua", "/items/khong-con-nua")]
    [InlineData("alerts", "Cảnh báo", null)]
    [InlineData("directory_communes.bung-lao", "Búng Lao", "/directory/communes/bung-lao")]
    [InlineData("directory_destinations.bung-lao.telegram", "Kênh Telegram", "/directory/destinations/bung-lao.telegram")]
    [InlineData("meetings_hop-1", "Cuộc họp, ý kiến", "/meetings/hop-1")]
    [InlineData("handin_tep-1", "Tệp gửi vào", "/hand-in/tep-1")]
    public void What_a_line_is_about_is_named_and_leads_to_its_page(string subject, string name, string? address) =>
        Assert.Equal((name, address), _words.SubjectOf(Line(subject)));

    private static HistoryEntry Line(string subject = "mac-ca", string what = "approved", string? detail = null) =>
        new(subject, At, "can-bo", what, Detail: detail);
}
