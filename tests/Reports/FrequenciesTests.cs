using Dissemination.Reports;

namespace Dissemination.Tests.Reports;

public sealed class FrequenciesTests
{
    [Fact]
    public void The_median_is_the_figure_in_the_middle_of_all_in_order_the_lower_of_two()
    {
        Random random = new(470);
        for (var round = 0; round < 500; round++)
        {
            // Small ones, those beyond what is counted by place, and those below nought.
            var (least, most) = (round % 3 == 0 ? -50 : 0, 1 + (round % 50 * 200));
            List<int> figures = [.. Enumerable.Range(0, random.Next(1, 60)).Select(_ => random.Next(least, most))];
            Frequencies frequencies = new();
            figures.ForEach(frequencies.Add);
            Assert.Equal(figures.Count, frequencies.Count);
            Assert.Equal(figures.Order().ElementAt((figures.Count - 1) / 2), frequencies.Median());
        }

        Assert.Null(new Frequencies().Median());
        Frequencies extreme = new();
        ((List<int>)[int.MaxValue, int.MinValue, 0]).ForEach(extreme.Add);
        Assert.Equal(0, extreme.Median());
    }
}
