using Dissemination.Content;
using Dissemination.Reach;
using Dissemination.Storage;

namespace Dissemination.Tests.Reach;

public sealed class KnownSamplesTests
{
    private static readonly DateTimeOffset At = new(2026, 12, 1, 1, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_hundred_stand_in_one_row_and_the_next_ones_in_the_room_that_is_left()
    {
        var first = Write(Known(), [.. Numbers(0, 250)]);
        Assert.Equal([100, 100, 50], first.Blocks.Select(block => block.Value.Samples.Length));

        var changed = first.With([.. Numbers(250, 10)]).ToList();
        Assert.Equal(["known.0002"], changed.Select(block => block.RowKey));
        Assert.Equal(60, Assert.Single(changed).Value.Samples.Length);
    }

    [Fact]
    public void A_sample_stands_in_the_place_of_the_one_before_it_and_other_rows_are_not_written()
    {
        var known = Write(Known(), [.. Numbers(0, 250)]);

        var (read, rowKey, block) = Assert.Single(known.With([Sample(120, opens: 7)]));

        Assert.Equal((known.Blocks[1], "known.0001"), (read, rowKey));
        Assert.Equal(known.Blocks[1].Value.Samples.Select(sample => sample.Delivery), block.Samples.Select(sample => sample.Delivery));
        Assert.Equal(7, block.Samples.Single(sample => sample.Delivery == Sample(120).Delivery).LinkOpens);
    }

    [Fact]
    public void A_new_row_has_a_number_of_its_own_also_where_one_could_not_be_read()
    {
        var known = Write(Known(), [.. Numbers(0, 300)]);
        known = known with { Blocks = [known.Blocks[0], known.Blocks[2]] };

        Assert.Equal("known.0003", Assert.Single(known.With([Sample(300)])).RowKey);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Whatever_is_measured_in_whatever_order_each_delivery_has_its_newest_sample_once(int seed)
    {
        var random = new Random(seed);
        var known = Known();
        Dictionary<DeliveryId, ReachSample> expected = [];
        for (var turn = 0; turn < 20; turn++)
        {
            var news = Enumerable.Range(0, 400).Where(_ => random.Next(8) == 0).Select(number => Sample(number, random.Next(50))).ToArray();
            Array.ForEach(news, sample => expected[sample.Delivery] = sample);
            known = Write(known, news);
            Assert.Equal(expected.Count, known.Blocks.Sum(block => block.Value.Samples.Length));
            Assert.All(known.Blocks, block => Assert.InRange(block.Value.Samples.Length, 1, SampleBlock.Limit));
            Assert.Equivalent(expected.Values.ToHashSet(), known.Blocks.SelectMany(block => block.Value.Samples).ToHashSet());
        }

        Assert.InRange(known.Blocks.Count, 1, 4);
    }

    private static KnownSamples Known(params Row<SampleBlock>[] blocks) =>
        new(blocks, blocks.SelectMany(block => block.Value.Samples).ToDictionary(sample => sample.Delivery))
        {
            NextNumber = blocks.Select(block => KeysOfReach.KnownNumber(block.RowKey) + 1).DefaultIfEmpty().Max(),
        };

    /// <summary>As storage keeps it: what is written takes the place of the row with that key.</summary>
    private static KnownSamples Write(KnownSamples known, ReachSample[] samples)
    {
        var rows = known.Blocks.ToDictionary(block => block.RowKey, StringComparer.Ordinal);
        foreach (var (read, rowKey, value) in known.With(samples))
        {
            Assert.Equal(read is not null, rows.ContainsKey(rowKey));
            rows[rowKey] = new("tin.1.vi", rowKey, value, default);
        }

        return Known([.. rows.Values.OrderBy(row => row.RowKey, StringComparer.Ordinal)]);
    }

    private static IEnumerable<ReachSample> Numbers(int from, int count) => Enumerable.Range(from, count).Select(number => Sample(number));

    private static ReachSample Sample(int number, long opens = 0) =>
        new(DeliveryId.Parse($"tin.1.vi.bung-lao.nhom-{number}", provider: null), At, opens, Audience: null, Attendance: null);
}
