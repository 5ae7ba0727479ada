using System.Reflection;
using Dissemination.Channels;
using Dissemination.Directory;
using Dissemination.Problems;

namespace Dissemination.Tests.Channels;

public sealed class CleanedChannelTests
{
    private const string Token = "EAAB-a-token-that-nobody-may-read";

    private static readonly Problem Reason = new(nameof(ProblemTexts.ChannelRefusedPost), null, "Facebook", $"bad token {Token}");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<string> Outcomes =>
    [
        .. typeof(SendOutcome).GetNestedTypes(BindingFlags.Public).Where(type => type.IsSubclassOf(typeof(SendOutcome)))
            .Select(type => type.Name),
    ];

    /// <summary>A kind of outcome that is added later is tested too.</summary>
    [Theory]
    [MemberData(nameof(Outcomes))]
    public async Task No_kind_of_outcome_holds_the_secret_that_was_used(string kind)
    {
        var outcome = Make(typeof(SendOutcome).GetNestedType(kind)!);
        var channel = new CleanedChannel(new TalkativeChannel { Send = () => outcome }, new());

        foreach (var cleaned in new[]
            {
                await channel.SendAsync(Request, Cancellation),
                await channel.EditAsync(Request, "1", Cancellation),
                await channel.RemoveAsync(Request, "1", Cancellation),
            })
        {
            Assert.Equal(outcome.GetType(), cleaned.GetType());
            Assert.Equal(outcome.LanePause, cleaned.LanePause);
            Assert.DoesNotContain(Token, Words(cleaned), StringComparison.Ordinal);
            Assert.Contains("…", Words(cleaned), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task What_is_found_and_what_a_check_says_hold_none()
    {
        var channel = new CleanedChannel(new TalkativeChannel(), new());

        var found = Assert.IsType<FindOutcome.There>(await channel.FindAsync(Request, default, Cancellation));
        Assert.Equal("post-…", found.Reference);
        Assert.True(channel.NeedsPicture(Request.Destination));
        var problem = Assert.Single(await channel.CheckAsync(Request.Destination, Token, Cancellation));
        Assert.Equal(["Facebook", "bad token …"], problem.Arguments);
    }

    [Fact]
    public async Task An_exception_with_a_secret_in_it_is_told_without_it_and_without_those_within_it()
    {
        var inner = new HttpRequestException($"https://api.example.org/bot{Token}/sendMessage broke");
        var channel = new CleanedChannel(new TalkativeChannel { Send = () => throw new InvalidDataException("It broke.", inner) }, new());

        var thrown = await Assert.ThrowsAsync<InvalidOperationException>(() => channel.SendAsync(Request, Cancellation));

        Assert.DoesNotContain(Token, thrown.ToString(), StringComparison.Ordinal);
        Assert.Contains("https://api.example.org/bot…/sendMessage broke", thrown.Message, StringComparison.Ordinal);
        Assert.Contains(nameof(InvalidDataException), thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Other_exceptions_go_through_as_they_are()
    {
        var broken = new InvalidDataException("It broke.");
        var channel = new CleanedChannel(new TalkativeChannel { Send = () => throw broken }, new());

        Assert.Same(broken, await Assert.ThrowsAsync<InvalidDataException>(() => channel.SendAsync(Request, Cancellation)));
    }

    private static SendRequest Request { get; } = new(Posts.Article("Nội dung"), Posts.Telegram(), Token);

    private static SendOutcome Make(Type kind)
    {
        var outcome = (SendOutcome)kind.GetConstructors()[0].Invoke(
        [
            .. kind.GetConstructors()[0].GetParameters().Select(parameter => ValueOf(parameter.ParameterType)),
        ]);
        return outcome with { Progress = $"part-{Token}", LanePause = TimeSpan.FromSeconds(7) };
    }

    private static object? ValueOf(Type type) => type switch
    {
        _ when type == typeof(Problem) => Reason,
        _ when type == typeof(string) => $"post-{Token}",
        _ when type == typeof(bool) => true,
        _ => null,
    };

    private static string Words(SendOutcome outcome) => string.Join(
        ' ', outcome.GetType().GetProperties().Select(property => property.GetValue(outcome)).Select(
            value => value is Problem problem ? string.Join(' ', problem.Arguments) : $"{value}"));

    /// <summary>A channel that repeats its credential in whatever it says, as no real one does in every answer.</summary>
    private sealed class TalkativeChannel : IChannel
    {
        public Func<SendOutcome> Send { get; init; } = () => new SendOutcome.Rejected(Reason);

        public ChannelKind Kind => ChannelKind.Facebook;

        public ChannelLimits Limits => ChannelLimits.None;

        public ChannelChanges ChangesOf(Destination destination) => ChannelChanges.Always;

        public bool CanReadBack => true;

        public bool NeedsPicture(Destination destination) => true;

        public RenderedPost Render(Post post) => new([], Shortened: false);

        public async Task<SendOutcome> SendAsync(SendRequest request, CancellationToken cancellationToken)
        {
            await Task.Yield();
            return Send();
        }

        public Task<SendOutcome> EditAsync(SendRequest request, string reference, CancellationToken cancellationToken) =>
            SendAsync(request, cancellationToken);

        public Task<SendOutcome> RemoveAsync(SendRequest request, string reference, CancellationToken cancellationToken) =>
            SendAsync(request, cancellationToken);

        public Task<FindOutcome> FindAsync(SendRequest request, DateTimeOffset since, CancellationToken cancellationToken) =>
            Task.FromResult<FindOutcome>(new FindOutcome.There($"post-{request.Credential}"));

        public Task<long?> CountAudienceAsync(Destination destination, string? credential, CancellationToken cancellationToken) =>
            Task.FromResult<long?>(null);

        public Task<MeasureOutcome> MeasureAsync(
            Destination destination, string? credential, string reference, CancellationToken cancellationToken) =>
            Task.FromResult(MeasureOutcome.Nothing);

        public Task<IReadOnlyList<Problem>> CheckAsync(
            Destination destination, string? credential, CancellationToken cancellationToken) =>
            Task.FromResult<IReadOnlyList<Problem>>([Reason]);
    }
}
