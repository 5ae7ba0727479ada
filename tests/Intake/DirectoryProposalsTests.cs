using Dissemination.Alerts;
using Dissemination.Directory;
using Dissemination.Intake;
using Dissemination.Problems;
using Dissemination.Storage;
using Dissemination.Tests.Directory;
using ETag = Azure.ETag;

namespace Dissemination.Tests.Intake;

/// <summary>What waits for people before it changes the directory.</summary>
[Collection(IntakeTogether.Name)]
public sealed class DirectoryProposalsTests(IntakeStorage storage) : IAsyncLifetime
{
    private const string MorePlaces = DirectoryText.Destinations + "\nmuong-thanh,bang,notice-board,Bảng tin,,,\n";

    private const string MoreStaff = DirectoryText.People + "\nmoi,Người mới,staff,,\n";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private DirectoryProposals Proposals => storage.Get<DirectoryProposals>();

    public async ValueTask InitializeAsync()
    {
        await storage.EmptyAsync();
        await storage.DropDirectoryAsync();
    }

    public ValueTask DisposeAsync() => default;

    [Fact]
    public async Task A_dropped_file_that_gives_powers_changes_nothing_until_two_people_have_agreed()
    {
        // Whatever the file says of who dropped it.
        var dropped = await storage.DropAsync("people.csv", MoreStaff, "lanh-dao-ban");
        Assert.Equal(HandInState.Proposed, dropped.State);
        Assert.Single(await AlertsAsync());

        await ConfirmAsync("can-bo");
        Assert.Equal(3, await PeopleAsync());
        Assert.Equal(nameof(ProblemTexts.DirectorySecondPerson), (await TryConfirmAsync("can-bo")).Problem!.Code);
        await ConfirmAsync("lanh-dao-ban");

        Assert.Equal(4, await PeopleAsync());
        Assert.Equal(HandInState.Accepted, (await storage.Get<HandInStore>().FindAsync(dropped.Id, Cancellation))!.State);
        Assert.Null(await Proposals.FindAsync(Cancellation));
        Assert.Empty(await AlertsAsync());
        Assert.Equal(
            [
                "can-bo directory-proposed", "can-bo directory-refused", "lanh-dao-ban directory-replaced", "system directory-founded",
            ],
            (await storage.HistoryAsync("directory")).Order(StringComparer.Ordinal));
    }

    /// <summary>As where the program is killed between the note and the line.</summary>
    [Fact]
    public async Task The_first_yes_is_in_the_record_though_a_crash_lost_its_line()
    {
        await storage.DropAsync("people.csv", MoreStaff);
        await ConfirmAsync("can-bo");
        foreach (var prefix in (string[])[Keys.HistoryOf("directory"), KeysOfRecords.UnchainedPrefix])
        {
            var rows = await storage.Store.Editorial
                .StartingWithAsync(Keys.Editorial, prefix, StorageJson.Default.HistoryEntry, Cancellation)
                .Where(row => row.Value.What == "directory-proposed")
                .ToListAsync(Cancellation);
            Assert.True(await new Transaction(Keys.Editorial)
                .Delete(Assert.Single(rows))
                .CommitAsync(storage.Store.Editorial, Cancellation));
        }

        await ConfirmAsync("lanh-dao-ban");

        Assert.Contains("can-bo directory-proposed", await storage.HistoryAsync("directory"));
    }

    [Fact]
    public async Task What_a_person_hands_in_waits_for_the_yes_even_where_it_only_adds()
    {
        var handedIn = await storage.DropAsync(
            "destinations.csv", MorePlaces, "can-bo");

        Assert.Equal(HandInState.Proposed, handedIn.State);
        await ConfirmAsync("can-bo");
        Assert.NotNull((await FreshAsync()).Find(DestinationId.Parse("muong-thanh.bang", null)));
    }

    [Fact]
    public async Task A_dropped_file_that_removes_or_changes_waits_and_one_that_adds_places_is_taken()
    {
        Assert.Equal(HandInState.Accepted, (await storage.DropAsync("destinations.csv", MorePlaces)).State);
        Assert.Equal(HandInState.Proposed, (await storage.DropAsync("destinations.csv", DirectoryText.Destinations)).State);
        Assert.Equal(
            HandInState.Proposed,
            (await storage.DropAsync("destinations.csv", MorePlaces.Replace("@bung_lao", "@ke_khac", StringComparison.Ordinal))).State);
        Assert.Equal(HandInState.Accepted, (await storage.DropAsync("destinations.csv", MorePlaces)).State);
    }

    [Fact]
    public async Task A_file_without_staff_or_approvers_is_refused_and_recorded()
    {
        var refused = await storage.DropAsync("people.csv", DirectoryText.PeopleHeader + "\nai-do,Ai đó,leader,,\n");

        Assert.Equal(
            [nameof(ProblemTexts.DirectoryWithoutStaff), nameof(ProblemTexts.DirectoryWithoutApprover)],
            refused.Problems.Select(problem => problem.Code));
        Assert.Null(await Proposals.FindAsync(Cancellation));
        Assert.Contains("system directory-refused", await storage.HistoryAsync("directory"));
        Assert.Equal(3, await PeopleAsync());
    }

    [Fact]
    public async Task A_yes_to_what_was_shown_is_none_to_what_came_since()
    {
        await storage.DropAsync("people.csv", MoreStaff);
        var seen = (await Proposals.FindAsync(Cancellation))!;
        await ConfirmAsync("can-bo");
        var after = (await Proposals.FindAsync(Cancellation))!;
        Assert.Equal("can-bo", after.Note!.ProposedBy.Value);

        await storage.DropAsync("people.csv", DirectoryText.People + "\nke-gian,Kẻ gian,staff;approver,,\n");

        Assert.Equal(nameof(ProblemTexts.ChangedMeanwhile), (await Proposals.FindAsync(new ETag(seen.ETag), Cancellation)).Problem!.Code);
        Assert.Equal(nameof(ProblemTexts.ChangedMeanwhile), (await Proposals.FindAsync(new ETag(after.ETag), Cancellation)).Problem!.Code);
        var now = (await Proposals.FindAsync(Cancellation))!;
        Assert.Null(now.Note);
        Assert.Equal(["ke-gian"], now.Difference.Rows.Select(row => row.Id));
    }

    [Fact]
    public async Task A_no_keeps_the_refused_file_and_puts_the_files_of_the_directory_back()
    {
        var dropped = await storage.DropAsync("people.csv", MoreStaff);
        var declined = await Proposals.DeclineAsync((await Proposals.FindAsync(Cancellation))!, await PersonAsync("can-bo"), Cancellation);
        Assert.True(declined.IsDone);

        var handIn = (await storage.Get<HandInStore>().FindAsync(dropped.Id, Cancellation))!;
        Assert.Equal((HandInState.Rejected, nameof(ProblemTexts.DirectoryDeclined)), (handIn.State, handIn.Problems[0].Code));
        Assert.Equal(MoreStaff, await storage.TextAsync(Containers.Rejected, RejectionStore.BlobOf(handIn)));
        Assert.Equal(DirectoryText.People, await storage.TextAsync(Containers.Directory, "people.csv"));
        Assert.Null(await Proposals.FindAsync(Cancellation));
        Assert.Empty(await AlertsAsync());
        Assert.Equal(3, await PeopleAsync());

        // What comes next is not read together with what was refused.
        Assert.Equal(
            HandInState.Accepted,
            (await storage.DropAsync("destinations.csv", MorePlaces)).State);
    }

    [Fact]
    public async Task Who_may_not_change_the_directory_says_neither_yes_nor_no_and_that_is_recorded()
    {
        await storage.DropAsync("people.csv", MoreStaff);

        Assert.Equal(nameof(ProblemTexts.DirectoryNotYours), (await TryConfirmAsync("bung-lao-1")).Problem!.Code);
        var declined = await Proposals.DeclineAsync(
            (await Proposals.FindAsync(Cancellation))!, await PersonAsync("bung-lao-1"), Cancellation);
        Assert.Equal(nameof(ProblemTexts.DirectoryNotYours), declined.Problem!.Code);
        Assert.Contains("bung-lao-1 directory-refused", await storage.HistoryAsync("directory"));
        Assert.NotNull(await Proposals.FindAsync(Cancellation));
    }

    private async Task ConfirmAsync(string person)
    {
        var step = await TryConfirmAsync(person);
        Assert.True(step.IsDone, step.Problem?.Code);
    }

    private async Task<Result<Dissemination.Directory.Changes.DirectoryStep>> TryConfirmAsync(string person)
    {
        storage.Time.Advance(TimeSpan.FromMinutes(1));
        return await Proposals.ConfirmAsync((await Proposals.FindAsync(Cancellation))!, await PersonAsync(person), Cancellation);
    }

    private async Task<Person> PersonAsync(string id) => (await FreshAsync()).Find(new PersonId(id))!;

    private async Task<int> PeopleAsync() => (await FreshAsync()).People.Length;

    private Task<DirectorySnapshot> FreshAsync() => storage.Get<DirectoryStore>().FreshAsync(Cancellation);

    private async Task<List<Alert>> AlertsAsync() =>
        await storage.Get<AlertStore>().OfKindAsync(DirectoryTaking.AlertKind, Cancellation).ToListAsync(Cancellation);
}
