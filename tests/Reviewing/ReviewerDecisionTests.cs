using System.Text;
using Dissemination.Channels.Telegram;
using Dissemination.Content;
using Dissemination.Directory;
using Dissemination.Problems;
using Dissemination.Reviewing;
using Dissemination.Storage;
using Dissemination.Tests.Directory;
using Dissemination.Tests.Problems;
using Dissemination.Translation;
using FsCheck.Xunit;

namespace Dissemination.Tests.Reviewing;

/// <summary>Who is asked, what is to be done in a chat, and what a press means: without storage and without Telegram.</summary>
public sealed class ReviewerDecisionTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 1, 0, 0, TimeSpan.Zero);

    private static readonly DirectorySnapshot Directory = DirectoryText.Read(people: $"""
        {DirectoryText.PeopleHeader},telegram
        can-bo,Cán bộ,staff,,,1
        soan,Người soạn,communicator,bung-lao,blt-Tavt,2
        duyet,Người duyệt,communicator,bung-lao,blt-Tavt,3
        duyet-hai,Người duyệt thứ hai,communicator,bung-lao,blt-Tavt;hmn-Latn-x-chv,4
        chi-mong,Người chỉ biết tiếng Mông,communicator,bung-lao,hmn-Latn-x-chv,5
        """).AssertValid();

    private static readonly TranslatedVersion InReview = new()
    {
        Id = VersionId.Parse("tin.1.blt-Tavt", null),
        State = TranslationState.InReview,
        Text = new("ꪹꪣꪉ", null, "ꪵꪒꪉ ꪣꪉ."),
        SourceHash = "x",
        Editors = [new("soan")],
        ChangedAt = Now.AddHours(-1),
    };

    [Fact]
    public void Those_who_may_approve_it_are_asked() => Assert.Equal(["duyet", "duyet-hai"], AskedFor(InReview));

    [Fact]
    public void Whoever_took_it_is_asked_alone_as_long_as_that_holds()
    {
        Assert.Equal(["duyet-hai"], AskedFor(InReview with { Claim = new(new("duyet-hai"), Now.AddHours(-1)) }));
        Assert.Equal(["duyet", "duyet-hai"], AskedFor(InReview with { Claim = new(new("duyet-hai"), Now.AddHours(-25)) }));
        Assert.Empty(AskedFor(InReview with { Claim = new(new("soan"), Now) }));
    }

    [Fact]
    public void Whom_the_province_asked_is_asked_alone_unless_that_person_wrote_it()
    {
        Assert.Equal(["duyet"], AskedFor(InReview with { Assignment = new(new("bung-lao"), new("duyet"), null, new("can-bo")) }));
        Assert.Equal(
            ["duyet", "duyet-hai"], AskedFor(InReview with { Assignment = new(new("bung-lao"), new("soan"), null, new("can-bo")) }));
        Assert.Equal(["duyet", "duyet-hai"], AskedFor(InReview with { Assignment = new(new("muong-thanh"), null, null, new("can-bo")) }));
    }

    [Theory]
    [InlineData("drafted")]
    [InlineData("approved")]
    [InlineData("returned")]
    [InlineData("outdated")]
    public void Nobody_is_asked_for_what_is_not_in_review(string state) =>
        Assert.Empty(AskedFor(InReview with { State = EnumNames.Find<TranslationState>(state)!.Value }));

    [Fact]
    public void A_chat_that_knows_how_it_stands_is_left_alone_and_one_that_is_behind_is_not()
    {
        var (person, told) = (Directory.Find(new PersonId("duyet"))!, Told("duyet", InReview));
        Assert.Equal([ReviewerStep.Ask], ReviewerSteps.Decide(InReview, person, isAsked: true, told: null));
        Assert.Empty(ReviewerSteps.Decide(InReview, person, isAsked: true, told));
        Assert.Equal(
            [ReviewerStep.Settle, ReviewerStep.Ask], ReviewerSteps.Decide(InReview with { ChangedAt = Now }, person, isAsked: true, told));
        Assert.Equal(
            [ReviewerStep.Settle], ReviewerSteps.Decide(InReview with { State = TranslationState.Approved }, person, isAsked: false, told));
        Assert.Equal([ReviewerStep.Settle], ReviewerSteps.Decide(InReview, person: null, isAsked: false, told));
        Assert.Empty(
            ReviewerSteps.Decide(
                InReview with { State = TranslationState.Approved }, person, isAsked: false, told with { IsOpen = false }));
        Assert.Empty(ReviewerSteps.Decide(InReview, person with { Telegram = null }, isAsked: true, told: null));
    }

    [Fact]
    public void Who_wrote_it_hears_once_that_it_came_back()
    {
        var (returned, editor) = (
            InReview with { State = TranslationState.Returned, ReviewedBy = new("duyet"), ReturnReason = "Sai" },
            Directory.Find(new PersonId("soan"))!);
        Assert.Equal([ReviewerStep.TellReturned], ReviewerSteps.Decide(returned, editor, isAsked: false, told: null));
        Assert.Empty(ReviewerSteps.Decide(returned, editor, isAsked: false, Told("soan", returned) with { IsOpen = false }));
        Assert.Empty(ReviewerSteps.Decide(returned with { ReviewedBy = editor.Id }, editor, isAsked: false, told: null));
        Assert.Empty(ReviewerSteps.Decide(returned, Directory.Find(new PersonId("duyet"))!, isAsked: false, told: null));
    }

    [Fact]
    public void A_press_means_what_its_button_says_only_while_everything_is_as_it_was()
    {
        var button = ReviewerButton.Approve(InReview);
        Assert.IsType<ReviewerVerdict.Approve>(Press(button, InReview, "duyet"));
        Assert.IsType<ReviewerVerdict.Return>(Press(ReviewerButton.Return(InReview), InReview, "duyet"));
        Assert.IsType<ReviewerVerdict.Stale>(Press(button, InReview with { ChangedAt = Now }, "duyet"));
        Assert.IsType<ReviewerVerdict.Stale>(Press(button, InReview with { Text = new("ꪹꪣꪉ", null, "ꪵꪒꪉ.") }, "duyet"));
        Assert.IsType<ReviewerVerdict.Stale>(Press(button, InReview with { State = TranslationState.Outdated }, "duyet"));
        Assert.IsType<ReviewerVerdict.Stale>(Press(button, InReview with { Claim = new(new("duyet-hai"), Now) }, "duyet"));
        Assert.IsType<ReviewerVerdict.Approve>(Press(button, InReview with { Claim = new(new("duyet"), Now) }, "duyet"));
        Assert.Equal(
            nameof(ProblemTexts.NotYourLanguage), Assert.IsType<ReviewerVerdict.Refused>(Press(button, InReview, "chi-mong")).Problem.Code);
        Assert.Equal(
            nameof(ProblemTexts.NotACommunicator), Assert.IsType<ReviewerVerdict.Refused>(Press(button, InReview, "can-bo")).Problem.Code);
    }

    [Fact]
    public void A_button_fits_Telegram_whatever_the_item_is_called_and_is_read_as_it_was_written()
    {
        var button = ReviewerButton.Return(InReview with { Id = VersionId.Parse($"{new string('a', 63)}.999999.hmn-Latn-x-chv", null) });

        Assert.InRange(Encoding.UTF8.GetByteCount(button.ToString()), 1, 64);
        Assert.True(ReviewerButton.TryParse(button.ToString(), out var read));
        Assert.Equal(button, read);
    }

    [Property]
    public bool What_is_no_button_is_read_as_none(string? text) => !ReviewerButton.TryParse(text, out _);

    /// <summary>However long the words are, and whatever they are made of, the message is one that Telegram takes.</summary>
    [Property(MaxTest = 50)]
    public void A_question_fits_into_one_message(string source, string target, int times)
    {
        var text = new VersionText(
            target, source, string.Join("\n\n", Enumerable.Repeat($"**{target}** ꪵꪒꪉ {source}", 1 + (Math.Abs(times % 50) * 40))));
        var asked = ReviewerTexts.Vietnamese.Ask(
            View(InReview with { Text = text, Editors = [.. Directory.People.Select(person => person.Id)] }, text), warnings: 3);

        Assert.InRange(asked.Length, 1, TelegramParts.TextLimit);
        Assert.All(asked.Spans, span => Assert.InRange(span.Start + span.Length, 1, asked.Length));
    }

    [Theory]
    [InlineData("777:AAE_x-y", "s3cret_-", "https://api.telegram.org", true)]
    [InlineData("", "", "https://api.telegram.org", true)]
    [InlineData("777:AAE_x-y", "", "https://api.telegram.org", false)]
    [InlineData("777:AAE_x-y", "with space", "https://api.telegram.org", false)]
    [InlineData("777:AAE_x-y", "bí-mật", "https://api.telegram.org", false)]
    [InlineData("no token", "s3cret", "https://api.telegram.org", false)]
    [InlineData("777:AAE_x-y", "s3cret", "https://api.telegram.org/bot", false)]
    public void Settings_that_could_not_work_are_refused(string token, string secret, string address, bool isValid) =>
        Assert.Equal(isValid, IsValid(new() { Token = token, Secret = secret, BaseUrl = address }));

    [Theory]
    [InlineData("7:a", "s", true)]
    [InlineData("7:a", "@Microsoft.KeyVault(SecretUri=https://x/secrets/reviewer-bot-secret)", false)]
    [InlineData("@Microsoft.KeyVault(SecretUri=https://x/secrets/reviewer-bot-token)", "s", false)]
    public void A_secret_that_Azure_could_not_resolve_switches_the_bot_off_and_lets_the_program_start(
        string token, string secret, bool isOn)
    {
        var options = new ReviewerOptions { Token = token, Secret = secret };
        Assert.Equal((isOn, true), (options.IsOn, IsValid(options)));
    }

    [Fact]
    public void A_secret_is_at_most_256_letters_long() =>
        Assert.Equal(
            (true, false),
            (IsValid(new() { Token = "7:a", Secret = new('a', 256) }), IsValid(new() { Token = "7:a", Secret = new('a', 257) })));

    [Fact]
    public void Only_what_concerns_a_review_is_news()
    {
        var drafted = InReview with { State = TranslationState.Drafted };
        Assert.True(TranslationHandOver.IsNews(drafted, InReview));
        Assert.True(TranslationHandOver.IsNews(null, InReview));
        Assert.True(TranslationHandOver.IsNews(InReview, drafted));
        Assert.True(TranslationHandOver.IsNews(InReview, InReview with { Claim = new(new("duyet"), Now) }));
        Assert.True(
            TranslationHandOver.IsNews(
                InReview with { State = TranslationState.Approved }, InReview with { State = TranslationState.Returned }));
        Assert.False(TranslationHandOver.IsNews(InReview, InReview with { Dismissals = [new("x", "y", new("duyet"), Now)] }));
        Assert.False(TranslationHandOver.IsNews(drafted, drafted with { ChangedAt = Now }));
    }

    private static IEnumerable<string> AskedFor(TranslatedVersion translation) => View(translation).Asked.Select(person => person.Id.Value);

    private static ReviewerVerdict Press(ReviewerButton button, TranslatedVersion translation, string person) =>
        ReviewerVerdict.Of(button, View(translation), Directory.Find(new PersonId(person))!);

    private static ReviewerMessage Told(string person, TranslatedVersion translation) =>
        new(translation.Id, new(person), Directory.Find(
            new PersonId(person))!.Telegram!.Value, 7, ReviewStamp.Of(translation), IsOpen: true);

    private static ReviewerView View(TranslatedVersion translation, VersionText? source = null) =>
        new(new("editorial", "key", translation, default), Content(
            source ?? new("Tin", null, "Bà con trồng.")), Directory, Happened: null, Now);

    private static ItemContent Content(VersionText text) =>
        new() { Id = new("tin"), Kind = ItemKind.Article, Text = text, Issuer = "Ban Tuyên giáo (mẫu)" };

    private static bool IsValid(ReviewerOptions options) => new ReviewerOptionsValidator().Validate(name: null, options).Succeeded;
}
