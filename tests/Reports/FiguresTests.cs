using Dissemination.Reports;

namespace Dissemination.Tests.Reports;

public sealed class FiguresTests
{
    [Fact]
    public void Figures_are_added_and_averaged_over_what_was_measured_alone()
    {
        Assert.Null(Figures.Sum([null, null]));
        Assert.Equal(5, Figures.Sum([null, 2, 3]));
        Assert.Null(Figures.Median([null]));
        Assert.Equal(20, Figures.Median([null, 10, 20, 400]));
    }
}
