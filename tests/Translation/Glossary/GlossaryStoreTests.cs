using Dissemination.Directory;
using Dissemination.Intake;
using Dissemination.Problems;
using Dissemination.Storage;
using Dissemination.Tests.Intake;
using Dissemination.Tests.Problems;
using Dissemination.Translation.Exchange;
using Dissemination.Translation.Glossary;

namespace Dissemination.Tests.Translation.Glossary;

[Collection(IntakeTogether.Name)]
public sealed class GlossaryStoreTests(IntakeStorage storage) : IAsyncLifetime
{
    private const string Path = "glossary/blt-Tavt.csv";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => await storage.EmptyAsync();

    public ValueTask DisposeAsync() => default;

    [Fact]
    public async Task A_hand_in_that_is_delivered_again_does_not_undo_what_was_merged_since()
    {
        var file = System.Text.Encoding.UTF8.GetBytes(GlossaryFiles.Csv("blt-Tavt,bản,a,preferred,"));
        var (etag, lastModified) = await storage.UploadAsync(Containers.Approved, Path, file);
        await storage.Intake.TakeApprovedAsync(Path, file, (etag, lastModified), null);
        await storage.Get<GlossaryImport>()
            .MergeAsync(
                new("blt-Tavt"),
                "a.csv",
                System.Text.Encoding.UTF8.GetBytes(GlossaryFiles.Csv("blt-Tavt,tỉnh,c,preferred,")),
                new("can-bo"),
                Cancellation);
        await storage.Intake.TakeApprovedAsync(Path, file, (etag, lastModified), null);

        Assert.Equal(["a", "c"], await TargetsAsync());
    }

    [Fact]
    public async Task A_glossary_that_is_handed_in_replaces_the_one_before()
    {
        Assert.Empty(await TargetsAsync());
        await storage.TakeAsync(Path, GlossaryFiles.Csv("blt-Tavt,bản,a,preferred,", "blt-Tavt,xã,b,preferred,"), "can-bo");
        storage.Time.Advance(TimeSpan.FromTicks(1));
        var taken = await storage.TakeAsync("glossary/blt-Tavt.tbx", GlossaryTbx.Write([GlossaryFiles.Term("bản", "c")]).ToArray());

        Assert.Equal(HandInState.Accepted, taken.State);
        Assert.Equal(["c"], await TargetsAsync());
        Assert.Empty(await storage.Get<GlossaryStore>().OfAsync(new("blt-Latn"), Cancellation));
        Assert.Equal(["can-bo glossary-replaced", "system glossary-replaced"], await storage.HistoryAsync("glossary"));
    }

    [Fact]
    public async Task One_bad_row_and_nothing_changes()
    {
        await storage.TakeAsync(Path, GlossaryFiles.Csv("blt-Tavt,bản,a,preferred,"));
        var refused = await storage.TakeAsync(Path, GlossaryFiles.Csv("blt-Tavt,bản,b,preferred,", "blt-Tavt,xã,,preferred,"));

        Assert.Equal(HandInState.Rejected, refused.State);
        Assert.Equal([nameof(ProblemTexts.RequiredKeyMissing)], refused.Problems.Select(problem => problem.Code));
        Assert.Equal(["a"], await TargetsAsync());
    }

    [Theory]
    [InlineData("glossary/vi.csv", nameof(ProblemTexts.OriginalIsNoTranslation))]
    [InlineData("glossary/thai.csv", nameof(ProblemTexts.LanguageUnknown))]
    public async Task A_glossary_is_of_a_language_that_is_translated_into(string path, string code) =>
        Assert.Equal(
            [code], (await storage.TakeAsync(path, GlossaryFiles.Csv("vi,a,b,preferred,"))).Problems.Select(problem => problem.Code));

    [Fact]
    public async Task A_file_that_came_earlier_and_is_taken_later_does_not_undo_a_newer_one()
    {
        var older = GlossaryFiles.Csv("blt-Tavt,bản,a,preferred,");
        var (etag, lastModified) = await storage.UploadAsync(Containers.Approved, Path, older.Utf8());
        await storage.Intake.TakeApprovedAsync(Path, GlossaryFiles.Csv("blt-Tavt,bản,b,preferred,").Utf8(), ("\"newer\"", lastModified.AddSeconds(5)), null);
        await storage.Intake.TakeApprovedAsync(Path, older.Utf8(), (etag, lastModified), null);

        Assert.Equal(["b"], await TargetsAsync());
    }

    [Fact]
    public async Task What_a_person_sends_is_added_and_overrides_the_same_pair()
    {
        await storage.TakeAsync(Path, GlossaryFiles.Csv("blt-Tavt,bản,a,preferred,", "blt-Tavt,xã,b,preferred,"));
        var import = storage.Get<GlossaryImport>();
        var file = GlossaryFiles.Csv("blt-Tavt,Bản,a,locked,", "blt-Tavt,tỉnh,c,preferred,").Utf8();
        Assert.True((await import.MergeAsync(GlossaryFiles.Thai, "a.csv", file, new PersonId("can-bo"), Cancellation)).IsValid);
        Assert.True((await import.MergeAsync(GlossaryFiles.Thai, "a.csv", file, new PersonId("can-bo"), Cancellation)).IsValid);

        Assert.Equal(["a", "b", "c"], await TargetsAsync());
        Assert.Equal(TermRule.Locked, (await storage.Get<GlossaryStore>().OfAsync(GlossaryFiles.Thai, Cancellation))[0].Rule);
        Assert.Single(await storage.HistoryAsync("glossary"), line => line == "can-bo glossary-merged");
    }

    [Fact]
    public async Task Another_instance_sees_a_change_within_seconds_and_its_matcher_with_it()
    {
        var other = new GlossaryStore(storage.Store, storage.Time);
        Assert.Empty(await other.OfAsync(GlossaryFiles.Thai, Cancellation));
        await storage.TakeAsync(Path, GlossaryFiles.Csv("blt-Tavt,bản,a,preferred,"));
        Assert.Empty(await other.OfAsync(GlossaryFiles.Thai, Cancellation));

        storage.Time.Advance(TimeSpan.FromSeconds(3));
        Assert.Single((await other.MatcherOfAsync(GlossaryFiles.Thai, Cancellation)).Find("bản"));
        storage.Time.Advance(TimeSpan.FromSeconds(3));
        Assert.Single(await other.OfAsync(GlossaryFiles.Thai, Cancellation));
    }

    [Fact]
    public async Task The_sample_glossaries_are_taken()
    {
        foreach (var file in System.IO.Directory.GetFiles(System.IO.Path.Combine(RepositoryFiles.Root, "content", "glossary")))
        {
            var taken = await storage.TakeAsync(
                $"glossary/{System.IO.Path.GetFileName(file)}", await File.ReadAllBytesAsync(file, Cancellation));
            Assert.Equal((file, HandInState.Accepted), (file, taken.State));
        }
    }

    private async Task<string[]> TargetsAsync() =>
        [.. (await storage.Get<GlossaryStore>().OfAsync(GlossaryFiles.Thai, Cancellation)).Select(term => term.Target)];
}
