using Dissemination.Intake.Drafts;
using Dissemination.Problems;
using Dissemination.Tests.Flow;
using Dissemination.Tests.Intake.Documents;

namespace Dissemination.Tests.Intake.Drafts;

public sealed class DraftDropTests(Rooms rooms) : IClassFixture<Rooms>
{
    private const int Megabyte = 1024 * 1024;

    [Fact]
    public async Task All_zips_of_a_drop_together_hold_no_more_than_one_may_and_keep_no_other_file()
    {
        var large = new byte[19 * Megabyte];
        var noise = 1u;
        for (var at = 0; at < large.Length; at++)
        {
            noise = at % 32 == 0 ? (noise * 1_664_525) + 1_013_904_223 : noise; // so that it shrinks like words
            large[at] = (byte)('a' + (noise >> 24) % 26);
        }

        var zip = Package.Of([.. Enumerable.Range(1, 6).Select(number => ($"to-{number}.txt", large))]);
        var dropped = await rooms.Get<DraftDrop>().TakeAsync(
            [new("mot.zip", zip), new("hai.zip", zip), new("loi.txt", Package.Utf8("Lời của xã."))],
            new("can-bo"),
            TestContext.Current.CancellationToken);

        Assert.Equal(
            ["hai.zip"],
            dropped.Problems
                .Where(problem => problem.Code == nameof(ProblemTexts.DroppedTooMuchTogether))
                .Select(problem => problem.Place!.File));
        Assert.Equal(["loi.txt"], dropped.Drafts.Select(draft => draft.Value.File));
    }
}
