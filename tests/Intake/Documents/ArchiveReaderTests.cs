using Dissemination.Intake;
using Dissemination.Intake.Documents;
using Dissemination.Problems;

namespace Dissemination.Tests.Intake.Documents;

public sealed class ArchiveReaderTests
{
    [Fact]
    public void A_file_of_a_zip_that_is_larger_than_files_may_be_is_told_and_keeps_no_other()
    {
        var large = new byte[HandInService.MostBytes + 1];
        var noise = 1u;
        for (var at = 0; at < large.Length; at++)
        {
            noise = (noise * 1_664_525) + 1_013_904_223; // so that it does not shrink
            large[at] = (byte)(noise >> 24);
        }

        var zip = Package.Of(("lon.txt", large), ("nho.txt", Package.Utf8("Lời.")));
        var (files, problems) = ArchiveReader.Read(new("hai.zip", zip));

        Assert.Equal(["nho.txt"], files.Select(file => file.Name));
        Assert.Equal((nameof(ProblemTexts.FileTooLarge), "lon.txt"), (Assert.Single(problems).Code, problems[0].Place!.File));
    }
}
