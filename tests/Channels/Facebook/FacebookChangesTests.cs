using Dissemination.Channels;
using Dissemination.Problems;
using Dissemination.Simulators.Facebook;
using Dissemination.Simulators.Faults;

namespace Dissemination.Tests.Channels.Facebook;

public sealed class FacebookChangesTests(ChannelStorage storage) : IClassFixture<ChannelStorage>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_correction_takes_the_place_of_the_words_and_may_be_repeated()
    {
        await using var facebook = await FacebookFixture.StartAsync(storage.Store);
        var sent = await PostAsync(facebook);
        var corrected = FacebookFixture.Article("Nội dung đã sửa");

        for (var i = 0; i < 2; i++)
        {
            Assert.Equal(
                new SendOutcome.Delivered(sent), await facebook.Channel.EditAsync(FacebookFixture.Request(corrected), sent, Cancellation));
        }

        Assert.Equal(facebook.Channel.Render(corrected).Text, Assert.Single(facebook.Simulator.Posts).Message);
    }

    [Fact]
    public async Task A_correction_whose_answer_is_lost_comes_again()
    {
        await using var facebook = await FacebookFixture.StartAsync(storage.Store);
        var sent = await PostAsync(facebook);

        foreach (var fault in (CallFault[])[
            new CallFault.Cut(Accept: true), FacebookFault.ServerErrorAfterAccept, new CallFault.Garbage(200, "<html>", Accept: true)])
        {
            facebook.Simulator.FailNext(fault);
            Assert.IsType<SendOutcome.Later>(
                await facebook.Channel.EditAsync(FacebookFixture.Request(FacebookFixture.Article("Sửa")), sent, Cancellation));
        }
    }

    [Fact]
    public async Task With_other_pictures_the_words_are_corrected_and_the_picture_is_left_to_a_person()
    {
        await using var facebook = await FacebookFixture.StartAsync(storage.Store);
        var sent = await PostAsync(facebook);
        var corrected = FacebookFixture.Article("Đã sửa") with { Pictures = [new("other.png", "image/png", "Hình khác")] };

        var outcome = await facebook.Channel.EditAsync(FacebookFixture.Request(corrected), sent, Cancellation);

        Assert.Equal(nameof(ProblemTexts.FacebookPictureByHand), Assert.IsType<SendOutcome.ByHandOnly>(outcome).Reason.Code);
        Assert.Equal(facebook.Channel.Render(corrected).Text, Assert.Single(facebook.Simulator.Posts).Message);
    }

    [Fact]
    public async Task A_post_of_another_number_of_parts_is_corrected_by_hand()
    {
        await using var facebook = await FacebookFixture.StartAsync(storage.Store);
        var sent = await PostAsync(facebook);

        var outcome = await facebook.Channel.EditAsync(
            FacebookFixture.Request(FacebookFixture.Article("Sửa")), sent + ",1_2", Cancellation);

        Assert.IsType<SendOutcome.ByHandOnly>(outcome);
        Assert.Equal(1, facebook.Simulator.Calls);
    }

    [Fact]
    public async Task A_correction_of_a_post_that_is_gone_is_refused()
    {
        await using var facebook = await FacebookFixture.StartAsync(storage.Store);

        Assert.IsType<SendOutcome.Rejected>(
            await facebook.Channel.EditAsync(
                FacebookFixture.Request(FacebookFixture.Article()), $"{FacebookFixture.Page}_1", Cancellation));
    }

    [Fact]
    public async Task A_post_is_taken_down_and_one_that_is_gone_counts_as_taken_down()
    {
        await using var facebook = await FacebookFixture.StartAsync(storage.Store);
        var sent = await PostAsync(facebook);

        for (var i = 0; i < 2; i++)
        {
            Assert.Equal(
                new SendOutcome.Delivered(sent),
                await facebook.Channel.RemoveAsync(FacebookFixture.Request(FacebookFixture.Article()), sent, Cancellation));
        }

        Assert.Empty(facebook.Simulator.Posts);
    }

    [Fact]
    public async Task A_removal_that_is_refused_while_the_post_can_be_read_is_no_removal()
    {
        await using var facebook = await FacebookFixture.StartAsync(storage.Store);
        var sent = await PostAsync(facebook);
        facebook.Simulator.FailNext(FacebookFault.NotThere, edge: FacebookEdge.Change);

        Assert.IsNotType<SendOutcome.Delivered>(
            await facebook.Channel.RemoveAsync(FacebookFixture.Request(FacebookFixture.Article()), sent, Cancellation));
        Assert.Single(facebook.Simulator.Posts);
    }

    [Fact]
    public async Task A_removal_whose_answer_is_lost_comes_again()
    {
        await using var facebook = await FacebookFixture.StartAsync(storage.Store);
        var sent = await PostAsync(facebook);
        facebook.Simulator.FailNext(FacebookFault.ServerErrorAfterAccept);

        Assert.IsType<SendOutcome.Later>(
            await facebook.Channel.RemoveAsync(FacebookFixture.Request(FacebookFixture.Article()), sent, Cancellation));
        Assert.IsType<SendOutcome.Delivered>(
            await facebook.Channel.RemoveAsync(FacebookFixture.Request(FacebookFixture.Article()), sent, Cancellation));
    }

    private static async Task<string> PostAsync(FacebookFixture facebook) =>
        Assert.IsType<SendOutcome.Delivered>(await facebook.SendAsync()).Reference;
}
