using System.Globalization;
using System.Text;
using Dissemination.Channels;
using Dissemination.Channels.Zalo;
using Dissemination.Directory;

namespace Dissemination.Tests.Channels.Zalo;

public sealed class ZaloAnswersTests
{
    private static readonly Destination Destination = new(
        new(new("bung-lao"), "zalo"), ChannelKind.Zalo, "Nhóm Zalo OA xã Búng Lao", "nhom-1", "zalo_tinh", []);

    /// <summary>22:30 of the last day of November, by the clock of Việt Nam.</summary>
    private static readonly DateTimeOffset LateInNovember = new(2026, 11, 30, 15, 30, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(-204, "Offical Account is disable")]
    [InlineData(-209, "Not supported this api")]
    [InlineData(-221, "The OA needs to be verified to use this feature")]
    [InlineData(-223, "Official Account has not authorized this API")]
    [InlineData(-224, "The OA needs to upgrade OA Tier Package")]
    [InlineData(-237, "The group is disabled")]
    [InlineData(-403, "OA is not in group")]
    [InlineData(-201, "group_id is invalid!")]
    public void What_only_its_owner_can_mend_closes_the_destination(int error, string message)
    {
        var closed = Assert.IsType<SendOutcome.Closed>(Classify(error, message));

        Assert.Contains(message, closed.Reason.Text(CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(-200, "Send message failed")]
    [InlineData(-201, "title allow 1 to 150 characters")]
    [InlineData(-230, "User has not interacted with the OA in the past 7 days")]
    [InlineData(-232, "User has not interacted, or last interaction expired")]
    [InlineData(-248, "Violates our platform standards")]
    [InlineData(-99_999, "Something new")]
    public void What_is_about_the_post_and_whatever_nobody_knows_rejects_it_with_code_and_words(int error, string message)
    {
        var text = Assert.IsType<SendOutcome.Rejected>(Classify(error, message)).Reason.Text(CultureInfo.InvariantCulture);

        Assert.Contains(error.ToString(CultureInfo.InvariantCulture), text, StringComparison.Ordinal);
        Assert.Contains(message, text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(-216)]
    [InlineData(-219)]
    [InlineData(-220)]
    public void A_token_that_is_refused_after_its_refresh_is_dead(int error) =>
        Assert.IsType<SendOutcome.CredentialDead>(Classify(error, ""));

    [Fact]
    public void Too_many_calls_let_the_whole_account_wait()
    {
        var later = Assert.IsType<SendOutcome.Later>(Classify(-32, "Your OA reached limit call api"));

        Assert.Equal((TimeSpan.FromSeconds(60), true), (later.After, later.WholeLane));
    }

    [Theory]
    [InlineData(-211, "Out of quota")]
    [InlineData(-218, "Out of quota receive")]
    [InlineData(-223, "Your OA has reach the limit quota create article")]
    public void A_used_up_quota_waits_for_the_next_day_in_Vietnam(int error, string message) =>
        Assert.Equal(TimeSpan.FromMinutes(90), Assert.IsType<SendOutcome.Later>(Classify(error, message)).After);

    [Fact]
    public void A_used_up_monthly_quota_waits_for_the_next_month()
    {
        var answer = new ZaloReply.Answered(-211, "Out of monthly quota", default);

        var early = Assert.IsType<SendOutcome.Later>(ZaloAnswers.Classify(answer, Destination, new(), LateInNovember.AddDays(-29)));
        var late = Assert.IsType<SendOutcome.Later>(ZaloAnswers.Classify(answer, Destination, new(), LateInNovember));

        Assert.Equal(TimeSpan.FromDays(29) + TimeSpan.FromMinutes(90), early.After);
        Assert.Equal((TimeSpan.FromMinutes(90), false), (late.After, late.WholeLane));
    }

    [Theory]
    [InlineData("2026-11-30T15:30:00Z", "2026-11-30T23:00:00Z")]
    [InlineData("2026-11-30T17:30:00Z", "2026-11-30T23:00:00Z")]
    public void What_is_not_taken_at_night_waits_for_six_in_the_morning(string now, string morning)
    {
        var at = DateTimeOffset.Parse(now, CultureInfo.InvariantCulture);

        var later = Assert.IsType<SendOutcome.Later>(
            ZaloAnswers.Classify(new ZaloReply.Answered(-234, "night", default), Destination, new(), at));

        Assert.Equal(DateTimeOffset.Parse(morning, CultureInfo.InvariantCulture), at + later.After);
    }

    [Theory]
    [InlineData(500, "{\"error\":0,\"message\":\"Success\"}")]
    [InlineData(502, "<html>Bad Gateway</html>")]
    [InlineData(403, "<html>Forbidden</html>")]
    [InlineData(200, "")]
    [InlineData(200, "{\"error\":")]
    [InlineData(200, "[]")]
    [InlineData(200, "{\"message\":\"Success\"}")]
    public void An_answer_that_is_not_Zalos_leaves_the_outcome_unknown(int status, string body) =>
        Assert.IsType<SendOutcome.Unknown>(ZaloAnswers.Classify(Read(status, body), Destination, new(), LateInNovember));

    [Fact]
    public void A_call_that_may_be_repeated_is_repeated_later_where_its_answer_was_lost() =>
        Assert.Null(
            Assert.IsType<SendOutcome.Later>(
                ZaloAnswers.ClassifyRepeatable(new ZaloReply.Lost("timeout"), Destination, new(), LateInNovember)).After);

    [Fact]
    public void Ids_and_codes_are_read_as_text_and_as_numbers()
    {
        var text = Assert.IsType<ZaloReply.Answered>(
            Read(200, """{"error":"0","message":"Success","data":{"message_id":"705efa85665a0d03544c"}}"""));
        var number = Assert.IsType<ZaloReply.Answered>(Read(200, """{"error":0,"data":{"message_id":9007199254740993}}"""));

        Assert.True(text.IsYes && number.IsYes);
        Assert.Equal(("705efa85665a0d03544c", "9007199254740993"), (text.Text("message_id"), number.Text("message_id")));
    }

    private static SendOutcome Classify(int error, string message) =>
        ZaloAnswers.Classify(new ZaloReply.Answered(error, message, default), Destination, new(), LateInNovember);

    private static ZaloReply Read(int status, string body) => ZaloAnswers.Read(status, Encoding.UTF8.GetBytes(body));
}
