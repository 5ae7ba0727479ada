using Dissemination.Intake;
using Dissemination.Problems;
using Dissemination.Storage;
using Dissemination.Tests.Intake;
using Dissemination.Tests.Problems;
using Dissemination.Translation.Drafting;

namespace Dissemination.Tests.Translation.Drafting;

[Collection(IntakeTogether.Name)]
public sealed class SpellingStoreTests(IntakeStorage storage) : IAsyncLifetime
{
    private const string Path = "spelling/mong-rpa-chv.csv";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => await storage.EmptyAsync();

    public ValueTask DisposeAsync() => default;

    [Fact]
    public async Task A_table_that_the_province_hands_in_is_in_force_from_then_on_in_place_of_the_one_in_the_program()
    {
        Assert.Equal("têz", await ConvertedAsync());
        Assert.Null((await storage.Get<SpellingStore>().CurrentAsync(Cancellation)).HandIn);

        var handIn = await storage.TakeAsync(Path, Table("ê", "e"), "can-bo");
        Assert.Equal(HandInState.Accepted, handIn.State);
        Assert.Equal("tez", await ConvertedAsync());
        Assert.Equal(["can-bo spelling-replaced"], await storage.HistoryAsync("spelling"));

        await storage.RestartAsync();
        var stored = await storage.Get<SpellingStore>().CurrentAsync(Cancellation);
        Assert.Equal(handIn.Id, stored.HandIn);
        Assert.Equal("tez", await ConvertedAsync());
    }

    [Fact]
    public async Task One_bad_row_is_told_with_its_line_and_nothing_changes()
    {
        var refused = await storage.TakeAsync(Path, Table("ê", "e") + "tone,b,z,perhaps,x\n");

        Assert.Equal(HandInState.Rejected, refused.State);
        var problem = Assert.Single(refused.Problems);
        Assert.Equal((nameof(ProblemTexts.NotAChoice), 5), (problem.Code, problem.Place!.Line));
        Assert.Equal("têz", await ConvertedAsync());
    }

    [Fact]
    public async Task A_file_of_another_name_is_no_table() =>
        Assert.Equal(
            [nameof(ProblemTexts.SpellingFileUnknown)],
            (await storage.TakeAsync("spelling/khac.csv", Table("ê", "e"))).Problems.Select(problem => problem.Code));

    [Fact]
    public async Task A_table_that_came_earlier_and_is_taken_later_does_not_undo_a_newer_one()
    {
        var older = Table("ê", "o").Utf8();
        var (etag, lastModified) = await storage.UploadAsync(Containers.Approved, Path, older);
        await storage.Intake.TakeApprovedAsync(Path, Table("ê", "u").Utf8(), ("\"newer\"", lastModified.AddSeconds(5)), null);
        await storage.Intake.TakeApprovedAsync(Path, older, (etag, lastModified), null);

        Assert.Equal("tuz", await ConvertedAsync());
    }

    /// <summary>A table of a few rows in which one rhyme is written otherwise.</summary>
    private static string Table(string from, string to) =>
        $"kind,rpa,chv,confidence,source\ninitial,t,t,sure,x\nrhyme,e,{to},sure,thay {from}\ntone,b,z,sure,x\n";

    private async Task<string> ConvertedAsync() =>
        (await storage.Get<SpellingStore>().CurrentAsync(Cancellation)).Converter.Convert("teb", SpellingDirection.ToChv).Text;
}
