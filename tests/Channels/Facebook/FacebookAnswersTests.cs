using System.Globalization;
using System.Text;
using Dissemination.Channels;
using Dissemination.Channels.Facebook;
using Dissemination.Problems;

namespace Dissemination.Tests.Channels.Facebook;

public sealed class FacebookAnswersTests
{
    [Theory]
    [InlineData(458, nameof(ProblemTexts.FacebookTokenAppRemoved))]
    [InlineData(459, nameof(ProblemTexts.FacebookTokenNeedsLogin))]
    [InlineData(460, nameof(ProblemTexts.FacebookTokenPasswordChanged))]
    [InlineData(463, nameof(ProblemTexts.FacebookTokenExpired))]
    [InlineData(464, nameof(ProblemTexts.FacebookTokenNeedsLogin))]
    [InlineData(492, nameof(ProblemTexts.FacebookTokenNoRole))]
    [InlineData(null, nameof(ProblemTexts.CredentialRefused))]
    public void A_dead_token_stops_its_lane_with_its_own_reason(int? subcode, string reason) =>
        Assert.Equal(reason, Assert.IsType<SendOutcome.CredentialDead>(Classify(400, 190, subcode)).Reason.Code);

    [Theory]
    [InlineData(4)]
    [InlineData(17)]
    [InlineData(32)]
    [InlineData(341)]
    [InlineData(613)]
    [InlineData(80001)]
    public void A_limit_makes_the_lane_wait_whatever_the_status(int code) => Assert.All(
        [400, 403, 429, 500],
        (int status) => Assert.Equal(
            (new FacebookOptions().ThrottleWait, true),
            Assert.IsType<SendOutcome.Later>(Classify(status, code)) is var later ? (later.After, later.WholeLane) : default));

    [Fact]
    public void A_gateway_that_throttles_need_not_speak_JSON() =>
        Assert.True(Assert.IsType<SendOutcome.Later>(Classify(429, "Too many requests")).WholeLane);

    [Theory]
    [InlineData(10)]
    [InlineData(200)]
    [InlineData(250)]
    [InlineData(299)]
    public void A_missing_permission_closes_the_page(int code) =>
        Assert.Equal(nameof(ProblemTexts.FacebookPermissionMissing), Assert.IsType<SendOutcome.Closed>(Classify(403, code)).Reason.Code);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void What_is_called_temporary_is_unknown_where_the_server_broke_off_and_later_where_it_refused(int code)
    {
        Assert.IsType<SendOutcome.Unknown>(Classify(500, code));
        Assert.IsType<SendOutcome.Unknown>(Classify(503, code));
        Assert.IsType<SendOutcome.Later>(Classify(400, code));
        Assert.IsType<SendOutcome.Later>(Classify(500, code, call: nameof(FacebookCall.Upload)));
        Assert.IsType<SendOutcome.Later>(Classify(500, code, call: nameof(FacebookCall.Change)));
    }

    [Fact]
    public void A_block_stops_the_lane_a_duplicate_is_never_sent_again_and_a_bad_post_is_refused()
    {
        Assert.Equal(nameof(ProblemTexts.FacebookBlocked), Assert.IsType<SendOutcome.CredentialDead>(Classify(400, 368)).Reason.Code);
        Assert.IsType<SendOutcome.Duplicate>(Classify(400, 506));
        Assert.IsType<SendOutcome.Duplicate>(Classify(500, 506));
        Assert.IsType<SendOutcome.Rejected>(Classify(400, 100));
    }

    [Fact]
    public void A_page_that_is_not_there_is_closed_and_a_post_that_is_not_there_is_refused()
    {
        Assert.IsType<SendOutcome.Closed>(Classify(400, 100, 33));
        Assert.IsType<SendOutcome.Rejected>(Classify(400, 100, 33, nameof(FacebookCall.Change)));
    }

    [Fact]
    public void An_unheard_of_code_follows_its_status_and_Facebooks_own_word()
    {
        Assert.IsType<SendOutcome.Rejected>(Classify(400, 999_999));
        Assert.IsType<SendOutcome.Unknown>(Classify(500, 999_999));
        Assert.IsType<SendOutcome.Unknown>(Classify(200, 999_999));
        Assert.IsType<SendOutcome.Later>(Classify(400, """{"error":{"code":999999,"is_transient":true}}"""));
    }

    [Theory]
    [InlineData(200, "<html>")]
    [InlineData(200, "")]
    [InlineData(302, "")]
    [InlineData(403, "<html>")]
    [InlineData(404, "{}")]
    [InlineData(502, "<html>")]
    [InlineData(503, "{}")]
    [InlineData(400, """{"error":"words"}""")]
    public void An_answer_that_is_not_the_Graph_APIs_is_unknown(int status, string body) =>
        Assert.IsType<SendOutcome.Unknown>(Classify(status, body));

    [Fact]
    public void What_never_left_comes_later_and_what_was_lost_is_unknown_only_for_a_post()
    {
        Assert.IsType<SendOutcome.Later>(Of(new FacebookFailure.NeverLeft(), FacebookCall.Publish));
        Assert.IsType<SendOutcome.Unknown>(Of(new FacebookFailure.Lost("reset"), FacebookCall.Publish));
        Assert.IsType<SendOutcome.Later>(Of(new FacebookFailure.Lost("reset"), FacebookCall.Upload));
        Assert.IsType<SendOutcome.Later>(Of(new FacebookFailure.Lost("reset"), FacebookCall.Change));
    }

    [Fact]
    public void The_usage_makes_the_lane_pause_whatever_the_outcome()
    {
        var pause = TimeSpan.FromMinutes(12);

        Assert.All(
            (FacebookFailure[])[
                new FacebookFailure.NeverLeft(),
                new FacebookFailure.Lost(""),
                new FacebookFailure.Refused(400, new("", null, 506, null, null, null))],
            failure => Assert.Equal(
                pause,
                FacebookAnswers.Classify(failure, new(100, pause), FacebookCall.Publish, FacebookFixture.Destination, new()).LanePause));
    }

    private static SendOutcome Classify(int status, int code, int? subcode = null, string call = nameof(FacebookCall.Publish)) =>
        Classify(
            status,
            $$$"""{"error":{"message":"words","type":"OAuthException","code":{{{code}}},"error_subcode":{{{subcode?.ToString(CultureInfo.InvariantCulture) ?? "null"}}},"fbtrace_id":"A1"}}""",
            call);

    private static SendOutcome Classify(int status, string body, string call = nameof(FacebookCall.Publish)) =>
        Of(Assert.IsType<FacebookFailure>(
            FacebookAnswers.FailureOf(status, Encoding.UTF8.GetBytes(body)), exactMatch: false), Enum.Parse<FacebookCall>(call));

    private static SendOutcome Of(FacebookFailure failure, FacebookCall call) =>
        FacebookAnswers.Classify(failure, FacebookUsage.None, call, FacebookFixture.Destination, new());
}
