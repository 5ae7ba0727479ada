using System.Diagnostics.Metrics;
using Azure;
using Dissemination.Content;
using Dissemination.Deliveries;
using Dissemination.Deliveries.HandTasks;
using Dissemination.Deliveries.Sending;
using Dissemination.Deliveries.Waiting;
using Dissemination.Directory;
using Dissemination.Intake;
using Dissemination.Problems;
using Dissemination.Reports;
using Dissemination.Storage;
using Dissemination.Tests.Deliveries.Waiting;
using Dissemination.Tests.Flow;

namespace Dissemination.Tests.Deliveries;

/// <summary>What people do with deliveries, one or many at once.</summary>
public sealed class DeliveryCommandsTests(Rooms rooms) : IClassFixture<Rooms>
{
    private static readonly AsyncLocal<bool> IsOnThePhone = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private DeliveryCommands Commands => rooms.Get<DeliveryCommands>();

    [Fact]
    public async Task A_confirmation_is_taken_back_and_the_task_stands_in_its_list_again()
    {
        var id = await PublishedAsync("bam-nham", "bung-lao.loa");
        var person = await rooms.PersonAsync("bung-lao-1");
        var listed = Assert.Single(await OpenAsync("bung-lao"), entry => entry.Delivery == id);
        await Commands.ConfirmAsync(id, 45, person, Cancellation);
        Assert.Equal(45, Assert.Single(await ConfirmedAsync("bung-lao"), task => task.Task.Delivery == id).Attendance);

        for (var tap = 0; tap < 2; tap++)
        {
            var takenBack = await Commands.ExecuteOneAsync(
                new DeliveryCommand.TakeBack(), id, await rooms.PersonAsync("bung-lao-2"), Cancellation);
            Assert.Equal(
                (DeliveryState.Due, null, null),
                (takenBack.Value!.Value.State, takenBack.Value.Value.Attendance, takenBack.Value.Value.ConfirmedBy));
        }

        Assert.Equal(listed, Assert.Single(await OpenAsync("bung-lao"), entry => entry.Delivery == id));
        Assert.DoesNotContain(await ConfirmedAsync("bung-lao"), task => task.Task.Delivery == id);
        var record = await rooms.Get<ItemReader>().HistoryAsync(new("bam-nham"), Cancellation).ToListAsync(Cancellation);
        Assert.Single(record, line => line is { What: "hand-task-confirmed", Who: "bung-lao-1", Detail: "bung-lao.loa" });
        Assert.Single(record, line => line is { What: "hand-task-taken-back", Who: "bung-lao-2", Detail: "bung-lao.loa" });
    }

    [Fact]
    public async Task Whoever_drops_out_when_it_is_being_written_leaves_the_act_whole_and_in_the_record()
    {
        var id = await PublishedAsync("mat-song", "bung-lao.loa");
        var person = await rooms.PersonAsync("bung-lao-1");
        using var phone = new CancellationTokenSource();
        using var listener = new MeterListener();
        listener.SetMeasurementEventCallback<long>((_, _, tags, _) =>
        {
            if (IsOnThePhone.Value && tags.ToArray().Any(tag => tag is { Key: "access", Value: "write" }))
            {
                phone.Cancel();
            }
        });
        listener.EnableMeasurementEvents(Metrics.StorageTransactions);
        listener.Start();
        IsOnThePhone.Value = true;

        Assert.True((await Commands.ConfirmAsync(id, 45, person, phone.Token)).IsDone);

        IsOnThePhone.Value = false;
        Assert.True(phone.IsCancellationRequested);
        Assert.DoesNotContain(await OpenAsync("bung-lao"), entry => entry.Delivery == id);
        Assert.Contains(await ConfirmedAsync("bung-lao"), task => task.Task.Delivery == id);
        Assert.Single(
            await rooms.Get<ItemReader>().HistoryAsync(new("mat-song"), Cancellation).ToListAsync(Cancellation),
            line => line is { What: "hand-task-confirmed", Who: "bung-lao-1" });
    }

    [Fact]
    public async Task A_figure_told_later_is_a_correction_by_whoever_told_the_first_and_a_conflict_by_anybody_else()
    {
        var id = await PublishedAsync("bao-so-nguoi", "bung-lao.loa");
        var (first, second) = (await rooms.PersonAsync("bung-lao-1"), await rooms.PersonAsync("bung-lao-2"));
        await Commands.ConfirmAsync(id, null, first, Cancellation);
        var at = (await rooms.DeliveryAsync(id.ToString())).EndedAt;
        rooms.Time.Advance(TimeSpan.FromHours(1));

        // Where nobody counted yet, anybody of the commune may tell; the same again, or none, changes nothing.
        Assert.Equal(45, (await Commands.ConfirmAsync(id, 45, second, Cancellation)).Value!.Value.Attendance);
        Assert.Equal(45, (await Commands.ConfirmAsync(id, 45, first, Cancellation)).Value!.Value.Attendance);
        Assert.Equal(45, (await Commands.ConfirmAsync(id, null, first, Cancellation)).Value!.Value.Attendance);

        var conflict = await Commands.ConfirmAsync(id, 54, first, Cancellation);
        Assert.Equal(
            (nameof(ProblemTexts.AttendanceToldOtherwise), "45", "54"),
            (conflict.Problem?.Code, conflict.Problem?.Arguments[0], conflict.Problem?.Arguments[1]));
        Assert.Equal(45, (await rooms.DeliveryAsync(id.ToString())).Attendance);

        var corrected = (await Commands.ConfirmAsync(id, 54, second, Cancellation)).Value!.Value;
        Assert.Equal((54, "bung-lao-2", at), (corrected.Attendance, corrected.ConfirmedBy!.Value.Value, corrected.EndedAt));
        Assert.Equal(54, Assert.Single(await ConfirmedAsync("bung-lao"), task => task.Task.Delivery == id).Attendance);
        var told = (await rooms.Get<ItemReader>().HistoryAsync(new("bao-so-nguoi"), Cancellation).ToListAsync(Cancellation))
            .FindAll(line => line.What == "attendance-told");
        Assert.Contains("bung-lao.loa: 45 → 54", told.Select(line => line.Detail));
    }

    [Theory]
    [InlineData(-1, nameof(ProblemTexts.AttendanceNegative))]
    [InlineData(DeliveryCommand.Confirm.MostPresent + 1, nameof(ProblemTexts.AttendanceTooHigh))]
    [InlineData(int.MaxValue, nameof(ProblemTexts.AttendanceTooHigh))]
    public async Task More_people_than_a_village_has_came_to_no_place(int attendance, string problem)
    {
        var id = await PublishedAsync("dong-nguoi", "bung-lao.loa");

        var refused = await Commands.ConfirmAsync(id, attendance, await rooms.PersonAsync("bung-lao-1"), Cancellation);

        Assert.Equal(problem, refused.Problem?.Code);
        Assert.Equal(
            (DeliveryState.Due, null),
            ((await rooms.DeliveryAsync(id.ToString())).State, (await rooms.DeliveryAsync(id.ToString())).Attendance));
    }

    [Fact]
    public async Task Only_the_commune_and_the_province_take_a_confirmation_back()
    {
        var id = await PublishedAsync("khong-phai-xa", "bung-lao.loa");
        await Commands.ConfirmAsync(id, null, await rooms.PersonAsync("bung-lao-1"), Cancellation);

        var stranger = await Commands.ExecuteOneAsync(
            new DeliveryCommand.TakeBack(), id, await rooms.PersonAsync("na-bung-1"), Cancellation);
        Assert.Equal((nameof(ProblemTexts.NotYourCommune), "Búng Lao"), (stranger.Problem?.Code, stranger.Problem?.Arguments[0]));
        Assert.Equal(DeliveryState.Delivered, (await rooms.DeliveryAsync(id.ToString())).State);

        Assert.True(
            (await Commands.ExecuteOneAsync(new DeliveryCommand.TakeBack(), id, await rooms.PersonAsync("can-bo"), Cancellation)).IsDone);
    }

    [Fact]
    public async Task What_was_withdrawn_becomes_no_open_task_again()
    {
        var id = await PublishedAsync("rut-sau", "bung-lao.loa");
        await Commands.ConfirmAsync(id, null, await rooms.PersonAsync("bung-lao-1"), Cancellation);
        await rooms.Get<ItemCommands>().WithdrawAsync(new("rut-sau"), new("can-bo"), "Sai số liệu", ETag.All, Cancellation);

        var takenBack = await Commands.ExecuteOneAsync(
            new DeliveryCommand.TakeBack(), id, await rooms.PersonAsync("bung-lao-1"), Cancellation);

        Assert.Equal(nameof(ProblemTexts.ItemWithdrawn), takenBack.Problem?.Code);
    }

    [Fact]
    public async Task Many_are_confirmed_with_one_act_and_what_cannot_be_done_keeps_no_other()
    {
        DeliveryId[] mine = [await PublishedAsync("nhieu-viec-1", "bung-lao.loa"), await PublishedAsync("nhieu-viec-2", "bung-lao.loa")];
        var others = DeliveryId.Parse("nhieu-viec-1.1.vi.sin-thau.nhom-ban", null);
        var nowhere = DeliveryId.Parse("nhieu-viec-1.1.vi.bung-lao.khong-co", null);
        var noItem = DeliveryId.Parse("khong-co.1.vi.bung-lao.loa", null);
        var byMachine = DeliveryId.Parse("nhieu-viec-1.1.vi.bung-lao.telegram", null);

        var outcomes = await Commands.ExecuteAsync(
            new DeliveryCommand.Confirm(null),
            [mine[0], others, nowhere, noItem, mine[1], byMachine],
            await rooms.PersonAsync("bung-lao-1"),
            Cancellation);

        Assert.Equal(
            [null, nameof(ProblemTexts.NotYourCommune), nameof(
                ProblemTexts.DeliveryNotFound), nameof(ProblemTexts.DeliveryNotFound), null, nameof(ProblemTexts.NotAnOpenHandTask)],
            outcomes.Select(outcome => outcome.Problem?.Code));
        Assert.All(mine, id => Assert.Equal(DeliveryState.Delivered, outcomes.First(outcome => outcome.Id == id).Row!.Value.State));
        Assert.Equal(DeliveryState.Due, (await rooms.DeliveryAsync(others.ToString())).State);
        Assert.DoesNotContain(await OpenAsync("bung-lao"), entry => mine.Contains(entry.Delivery));
        var together = await rooms.Get<ConfirmedTaskStore>().OfActAsync(new("bung-lao"), rooms.Time.GetUtcNow(), Cancellation);
        Assert.Superset(mine.ToHashSet(), together.Select(task => task.Task.Delivery).ToHashSet());
        Assert.DoesNotContain(together, task => task.Task.Delivery == byMachine);
    }

    [Fact]
    public async Task Two_who_confirm_the_same_tasks_at_once_are_both_told_that_it_is_done()
    {
        DeliveryId[] tasks = [await PublishedAsync("cung-bam", "bung-lao.loa"), DeliveryId.Parse("cung-bam.1.vi.sin-thau.nhom-ban", null)];
        var staff = await rooms.PersonAsync("can-bo");

        var both = await Task.WhenAll(
            Enumerable.Range(0, 4).Select(_ => Commands.ExecuteAsync(new DeliveryCommand.Confirm(null), tasks, staff, Cancellation)));

        Assert.All(both.SelectMany(outcomes => outcomes), outcome => Assert.True(outcome.IsDone, outcome.Problem?.Code));
        Assert.DoesNotContain(await OpenAsync("bung-lao"), entry => entry.Delivery == tasks[0]);
    }

    [Fact]
    public async Task What_a_dead_credential_failed_goes_out_again_with_one_message_and_a_second_click_changes_nothing()
    {
        await rooms.Get<HealthStore>()
            .StopLaneAsync("telegram_tinh", new(nameof(ProblemTexts.CredentialRefused), null, "Telegram", "telegram_tinh"), Cancellation);
        await PublishedAsync("khoa-hong", "bung-lao.telegram");
        var credential = new TroubleFilter(FailureClass.Credential, ChannelKind.Telegram);
        var failed = (await TroubledAsync(credential)).Where(entry => entry.Delivery.Version.Item.Value == "khoa-hong")
            .Select(entry => entry.Delivery).ToList();
        Assert.Equal(2, failed.Count);
        await rooms.Get<HealthStore>().ResumeLaneAsync("telegram_tinh", new("can-bo"), Cancellation);

        var staff = await rooms.PersonAsync("can-bo");
        var outcomes = await Commands.ExecuteAsync(new DeliveryCommand.Retry(), failed, staff, Cancellation);
        Assert.All(outcomes, outcome => Assert.Equal((null, DeliveryState.Due), (outcome.Problem?.Code, outcome.Row!.Value.State)));
        Assert.Single((await rooms.Store.Lanes.PeekMessagesAsync(32, Cancellation)).Value);
        Assert.DoesNotContain(await TroubledAsync(credential), entry => failed.Contains(entry.Delivery));

        Assert.All(
            await Commands.ExecuteAsync(new DeliveryCommand.Retry(), failed, staff, Cancellation), outcome => Assert.True(outcome.IsDone));
        await rooms.SendAsync();
        Assert.Equal(2, rooms.Telegram.Posts.Count(post => post.Text.StartsWith("Tin khoa-hong", StringComparison.Ordinal)));

        // A page that was opened before somebody else was faster.
        var late = await Commands.ExecuteAsync(new DeliveryCommand.Retry(), failed, staff, Cancellation);
        Assert.All(
            late,
            outcome => Assert.Equal(
                (nameof(ProblemTexts.DeliveryNotFailed), DeliveryState.Delivered), (outcome.Problem?.Code, outcome.Row!.Value.State)));
    }

    [Fact]
    public async Task Troubles_are_found_by_class_channel_and_commune_page_by_page()
    {
        var entries = Enumerable.Range(0, 230).Select(number => new WorklistEntry(
            DeliveryId.Parse($"loc-{number:D3}.1.vi.{(number % 2 == 0 ? "bung-lao" : "na-bung")}.telegram", null),
            ChannelKind.Facebook,
            "Nơi đăng",
            ItemKind.Article,
            "Lọc",
            number < 115 ? DeliveryState.Failed : DeliveryState.Uncertain,
            null,
            rooms.Time.GetUtcNow(),
            Failure: number < 115 ? FailureClass.Temporary : null));
        foreach (var chunk in entries.Chunk(Transaction.Limit))
        {
            var transaction = new Transaction(Keys.Troubled);
            foreach (var entry in chunk)
            {
                transaction.Put(entry.Delivery.ToString(), entry, DeliveriesJson.Default.WorklistEntry);
            }

            Assert.True(await transaction.CommitAsync(rooms.Store.Worklist, Cancellation));
        }

        var lists = rooms.Get<TroubleReader>();
        var wanted = new TroubleFilter(FailureClass.Temporary, ChannelKind.Facebook);
        var first = await lists.PageAsync(wanted, null, Cancellation);
        var second = await lists.PageAsync(wanted, first.Next, Cancellation);
        Assert.Equal((100, 15, null), (first.Rows.Count, second.Rows.Count, second.Next));
        Assert.Empty(first.Rows.Select(row => row.RowKey).Intersect(second.Rows.Select(row => row.RowKey), StringComparer.Ordinal));
        Assert.Equal(57, (await TroubledAsync(new(FailureClass.Unknown, ChannelKind.Facebook, new CommuneId("bung-lao")))).Count);
        Assert.Empty(await TroubledAsync(wanted with { Channel = ChannelKind.Zalo }));
        await Assert.ThrowsAsync<BadPageTokenException>(() => lists.PageAsync(TroubleFilter.All, first.Next, Cancellation));
        Assert.Equal(100, (await lists.PageAsync(TroubleFilter.All, null, Cancellation)).Rows.Count);
    }

    [Fact]
    public async Task Taking_down_by_hand_is_confirmed_though_its_item_is_withdrawn_and_counts_as_no_post()
    {
        var post = await PublishedAsync("go-bai", "bung-lao.telegram");
        var before = (await rooms.Get<ReportReader>().ReadAsync(new("go-bai"), Cancellation))!;
        await rooms.Get<ItemCommands>().WithdrawAsync(new("go-bai"), new("can-bo"), "Sai số liệu", ETag.All, Cancellation);
        var removal = (await rooms.DeliveryAsync(post.ToString())) with
        {
            Id = post with { Removes = true },
            Action = DeliveryAction.Remove,
            Target = post,
            State = DeliveryState.Due,
            HandedOver = true,
            EndedAt = null,
            Reference = null,
        };
        await rooms.Get<DeliveryLedger>().AddAsync([removal], Cancellation);

        var open = (await rooms.Get<ReportReader>().ReadAsync(new("go-bai"), Cancellation))!;
        var confirmed = await Commands.ConfirmAsync(removal.Id, null, await rooms.PersonAsync("bung-lao-1"), Cancellation);
        var done = (await rooms.Get<ReportReader>().ReadAsync(new("go-bai"), Cancellation))!;

        Assert.Equal(DeliveryState.Delivered, confirmed.Value?.Value.State);
        Assert.Equal(new RemovalFigures(1, 0, 1, 0), open.Removals);
        Assert.Equal(new RemovalFigures(1, 1, 0, 0), done.Removals);
        Assert.Equal((before.Deliveries, before.HandTasksOpen), (open.Deliveries, open.HandTasksOpen));

        // What was posted was posted, also when it is there no more.
        Assert.Equal(before.Delivered, done.Delivered);
    }

    private async Task<DeliveryId> PublishedAsync(string item, string destination)
    {
        await rooms.HandInAsync(
            $"items/{item}.md", SampleFiles.Article($"Tin {item}", frontMatter: "communes: [bung-lao, na-bung, sin-thau]"));
        await rooms.PublishAsync();
        return DeliveryId.Parse($"{item}.1.vi.{destination}", null);
    }

    private async Task<IEnumerable<WorklistEntry>> OpenAsync(string commune) =>
        await rooms.Get<WaitingReader>().AllHandTasksAsync(commune);

    private async Task<IEnumerable<ConfirmedTask>> ConfirmedAsync(string commune) =>
        (await rooms.Get<ConfirmedTaskStore>().PageAsync(new(commune), null, Cancellation)).Rows.Select(row => row.Value);

    private async Task<List<WorklistEntry>> TroubledAsync(TroubleFilter filter) =>
        [.. (await rooms.Get<TroubleReader>().PageAsync(filter, null, Cancellation)).Rows.Select(row => row.Value)];
}
