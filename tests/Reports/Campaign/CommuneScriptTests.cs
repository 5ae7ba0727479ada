using Dissemination.Directory;
using Dissemination.Reach.Meetings;
using Dissemination.Reports.Campaign;
using Dissemination.Tests.Directory;
using Dissemination.Tests.Reach.Meetings;

namespace Dissemination.Tests.Reports.Campaign;

public sealed class CommuneScriptTests
{
    private static readonly Commune Commune = DirectoryText.Snapshot().Find(new CommuneId("bung-lao"))!;

    [Fact]
    public void What_was_told_where_it_was_heard_meetings_opinions_and_what_comes_are_said_with_numbers_as_words()
    {
        var results = Results(
            MeetingText.Meeting("bung-lao", attendance: 45), MeetingText.Opinions("bung-lao", inPerson: 12, online: null)) with
        {
            Items = [.. Enumerable.Range(1, 6).Select(Item)],
            Heard = [(ChannelKind.Loudspeaker, 21), (ChannelKind.VillageGroup, 4)],
            Coming = 2,
        };

        Assert.Equal(
            [
                "Kính thưa bà con!",
                "Trong tháng mười một năm hai nghìn không trăm hai mươi sáu, bà con xã Búng Lao đã được nghe, được đọc sáu tin bài, bằng các thứ tiếng: Tiếng Việt.",
                "Trong đó có: «Tin a»; «Tin b»; «Tin c»; «Tin d»; «Tin e»; và một tin bài khác.",
                "Tin bài đã đến với bà con qua: Loa truyền thanh, hai mươi mốt lượt; Nhóm thôn, bản, bốn lượt.",
                "Xã đã tổ chức một cuộc họp, hội nghị trực tiếp, có bốn mươi lăm lượt người dự.",
                "Bà con đã góp mười hai ý kiến trực tiếp; ý kiến trực tuyến chưa ai báo.",
                "Sắp tới còn hai tin bài nữa sẽ đến với bà con.",
                "Xin cảm ơn bà con đã lắng nghe.",
            ],
            CommuneScript.Of(results, "xã Búng Lao", new(new DateOnly(2026, 11, 1))));
    }

    [Fact]
    public void Where_nothing_was_told_it_says_so_and_no_number_is_zero()
    {
        var script = CommuneScript.Of(Results(), "xã Búng Lao", new());

        Assert.Contains("Trong ba mươi ngày qua, xã Búng Lao chưa có tin bài nào được đăng hoặc đọc.", script);
        Assert.Contains("Xã chưa báo cuộc họp nào.", script);
        Assert.Contains("Xã chưa báo số ý kiến đóng góp.", script);
        Assert.DoesNotContain(script, sentence => sentence.Contains("không tin", StringComparison.Ordinal));
    }

    private static CommuneResults Results(params Told[] told) => new()
    {
        Commune = Commune,
        Items = [],
        Heard = [],
        Next = [],
        Coming = 0,
        Told = told.Aggregate(new CommuneTally(Commune.Id), (sum, one) => sum.With(one, sign: 1)),
    };

    private static ToldItem Item(int number) => new(
        new($"tin-{number}"), $"Tin {(char)('a' + number - 1)}", default, [LanguageTag.Vietnamese], [ChannelKind.Loudspeaker], 1, Opens: null);
}
