using Dissemination.Content;
using Dissemination.Deliveries.Waiting;
using Dissemination.Directory;
using Dissemination.Reach.Meetings;
using Dissemination.Storage;
using Dissemination.Tests.Reach.Meetings;
using Dissemination.Translation;
using Dissemination.Translation.Recordings;
using Dissemination.Web.Pages.Today;

namespace Dissemination.Tests.Web.Pages.Today;

public sealed class TodayListTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 28, 2, 0, 0, TimeSpan.Zero);
    private static readonly CommuneId Own = new("bung-lao");
    private static readonly Person Reader = new(new("bung-lao-1"), "Cán bộ", [Role.Communicator], Own, [new("blt-Tavt")]);
    private static readonly PersonId Colleague = new("bung-lao-2");

    [Fact]
    public void What_is_late_comes_first_then_posts_that_wait_reviews_translations_hand_tasks_and_meetings()
    {
        var list = Of(new()
        {
            Translations =
            [
                Entry("dich", TranslationState.Wanted),
                Entry("duyet", TranslationState.InReview),
                Entry("muon", TranslationState.Wanted) with { Assignment = new(Own, Reader.Id, Now.AddDays(-1), new("tinh")) },
            ],
            Held = Heads(Head("dang", hours: 1)),
            HandTasks = new(Heads(Head("loa", hours: 2)), Now.AddDays(-1)),
            Meetings = [Record(MeetingText.Meeting("bung-lao", attendance: null))],
        });

        Assert.Equal(
            [
                (TodayKind.Translate, "muon"), (TodayKind.Held, "dang"), (TodayKind.Review, "duyet"), (TodayKind.Translate, "dich"),
                (TodayKind.HandTask, "loa"),
            ],
            list.Acts.Take(5).Select(act => (act.Kind, act.Subject)));
        Assert.Equal((TodayKind.Meeting, 6), (list.Acts.Last().Kind, list.Count));
        Assert.Equal("/translations/muon.1.blt-Tavt", list.First!.Address);
    }

    [Fact]
    public void What_is_to_be_done_about_one_item_stands_together_where_its_most_urgent_part_stands()
    {
        var list = Of(TodayFound.Nothing with
        {
            Translations = [Entry("mac-ca", TranslationState.InReview), Entry("giam-ngheo", TranslationState.Wanted)],
            HandTasks = new(
                Heads(Head("giam-ngheo", hours: 30, (ChannelKind.VillageGroup, 12)), Head("mac-ca", hours: 2, (ChannelKind.Loudspeaker, 3))),
                Now.AddDays(-1)),
        });

        Assert.Equal(["giam-ngheo", "mac-ca"], list.Items.Select(item => item.Headline));
        Assert.Equal([TodayKind.HandTask, TodayKind.Translate], list.Items[0].Acts.Select(act => act.Kind));
        Assert.Equal((12, 12, "/hand-tasks?item=giam-ngheo.1.vi"), (list.First!.Late, list.First.Number, list.First.Address));
        Assert.Equal(
            [(TodayKind.Review, 1), (TodayKind.Translate, 1), (TodayKind.HandTask, 15)], list.Counts);
        Assert.Equal(17, list.Count);
    }

    [Fact]
    public void What_others_were_asked_for_or_are_at_and_what_the_reader_wrote_does_not_wait_for_the_reader()
    {
        var list = Of(TodayFound.Nothing with
        {
            Translations =
            [
                Entry("xa-khac", TranslationState.Wanted) with { Communes = [new("na-bung")] },
                Entry("giao-nguoi-khac", TranslationState.Wanted) with { Assignment = new(Own, Colleague, null, new("tinh")) },
                Entry("giao-xa-khac", TranslationState.Wanted) with { Assignment = new(new("muong-ang"), null, null, new("tinh")) },
                Entry("dang-lam", TranslationState.Drafted) with { Claim = new(Colleague, Now.AddHours(-1)) },
                Entry("tu-viet", TranslationState.InReview) with { Editors = [Reader.Id] },
                Entry("da-bo", TranslationState.Drafted) with { Claim = new(Colleague, Now.AddDays(-2)) },
                Entry("tra-lai", TranslationState.Returned) with { Editors = [Reader.Id] },
            ],
        });

        Assert.Equal(["da-bo", "tra-lai"], list.Acts.Select(act => act.Subject));
        Assert.True(list.Acts.Last().IsReturned);
    }

    [Fact]
    public void A_recording_waits_for_those_who_may_listen_to_it_behind_reviews_and_before_translations()
    {
        var list = Of(TodayFound.Nothing with
        {
            Translations = [Entry("dich", TranslationState.Wanted), Entry("duyet", TranslationState.InReview)],
            Recordings =
            [
                Recorded("nghe.1.vi"),
                Recorded("nghe-thai.1.blt-Tavt"),
                Recorded("tieng-khac.1.hmn-Latn-x-chv"),
                Recorded("tu-doc.1.vi") with { Readers = [Colleague, Reader.Id] },
                Recorded("xa-khac.1.vi") with { Communes = [new("na-bung")] },
            ],
        });

        Assert.Equal(
            [
                (TodayKind.Review, "duyet"), (TodayKind.Listen, "nghe"), (TodayKind.Listen, "nghe-thai"), (TodayKind.Translate, "dich"),
            ],
            list.Acts.Select(act => (act.Kind, act.Subject)));
        Assert.Equal(
            ("/recordings/nghe.1.vi", TimeSpan.FromSeconds(47)), (list.Items[1].Acts[0].Address, list.Items[1].Acts[0].Length));
    }

    [Fact]
    public void A_meeting_waits_until_somebody_says_how_many_came_what_was_read_or_that_nobody_counted()
    {
        var open = Record(MeetingText.Meeting("bung-lao", attendance: null));
        Assert.Equal(1, Of(TodayFound.Nothing with { Meetings = [open] }).Count);
        Assert.Equal(
            0,
            Of(TodayFound.Nothing with
            {
                Meetings =
                [
                    open with { IsWithdrawn = true },
                    open with { LastChange = new(Reader.Id, Now, "") },
                    open with { Told = open.Told with { Items = [new("mac-ca")] } },
                    Record(MeetingText.Meeting("bung-lao")),
                    Record(MeetingText.Opinions("bung-lao")),
                ],
            }).Count);
    }

    [Fact]
    public void Posts_that_wait_for_somebody_else_are_nothing_to_do()
    {
        var list = Of(TodayFound.Nothing with
        {
            Held = Heads(Head("cho-tinh", hours: 5) with { Elsewhere = 1 }, Head("cho-xa", hours: 1)),
        });

        Assert.Equal(["cho-xa"], list.Acts.Select(act => act.Subject));
    }

    [Fact]
    public void A_page_holds_few_enough_for_a_phone_and_the_next_goes_on()
    {
        var list = Of(TodayFound.Nothing with
        {
            Translations = [.. Enumerable.Range(10, 20).Select(number => Entry($"bai-{number}", TranslationState.Wanted))],
        });

        Assert.Equal(TodayList.PageSize, list.Page(0).Count());
        Assert.Equal(20, list.Page(0).Concat(list.Page(8)).Concat(list.Page(16)).DistinctBy(item => item.Headline).Count());
        Assert.Equal([8, 16, null], new int?[] { list.After(0), list.After(8), list.After(16) });
    }

    [Fact]
    public void Where_nothing_waits_there_is_nothing_to_begin_with()
    {
        Assert.Equal(0, Of(TodayFound.Nothing).Count);
        Assert.Null(Of(TodayFound.Nothing).First);
    }

    private static TodayList Of(TodayFound found) => TodayList.Of(found, Reader, DirectorySnapshot.Empty, Now);

    private static InboxEntry Entry(string item, TranslationState state) => new(
        new(new(item), 1, new("blt-Tavt")), ItemKind.Article, item, state, Sample: false, [Own], Now.AddHours(-3), 9, 4, null, null);

    private static RecordingEntry Recorded(string text) =>
        new(TextId.Parse(text, null), text, [Own], [Colleague], Now.AddHours(-2), 47_000);

    private static WaitingHeads Heads(params WaitingHead[] heads) =>
        new([.. heads.Select(head => new Row<WaitingHead>("", "", head, default))], AndMore: false);

    private static WaitingHead Head(string item, int hours, params (ChannelKind Channel, int Number)[] counts) => new()
    {
        Commune = Own,
        Version = VersionId.Parse($"{item}.1.vi", null),
        Headline = item,
        Since = Now.AddHours(-hours),
        Counts = counts is [] ? [new(ChannelKind.Facebook, 1)] : [.. counts.Select(count => new WaitingCount(count.Channel, count.Number))],
    };

    private static ToldRecord Record(Told told) => new() { Id = ToldId.Of(told), Told = told, By = Reader.Id, At = Now };
}
