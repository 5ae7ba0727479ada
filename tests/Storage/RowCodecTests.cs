using Dissemination.Reach;
using Dissemination.Reach.Summary;
using Dissemination.Storage;
using Dissemination.Tests.Reach.Summary;

namespace Dissemination.Tests.Storage;

public sealed class RowCodecTests
{
    [Theory]
    [InlineData(10)]
    [InlineData(70_000)]
    [InlineData(400_000)]
    public void A_compressed_record_is_read_as_it_was_however_long(int letters)
    {
        var summary = New(letters);
        var entity = RowCodec.ToEntity("p", "r", summary, ReachJson.Default.ItemSummary);

        Assert.All(Pieces(entity), piece => Assert.InRange(piece.Length, 1, 65_536));
        Assert.DoesNotContain((IDictionary<string, object>)entity, property => property.Value is string { Length: > 10 });
        Assert.Equal(summary.Headline, RowCodec.ToRow(entity, ReachJson.Default.ItemSummary).Value.Headline);
    }

    [Fact]
    public void A_record_that_no_row_holds_is_refused_before_it_is_sent() =>
        Assert.Throws<RecordTooLargeException>(() => RowCodec.ToEntity("p", "r", New(2_000_000), ReachJson.Default.ItemSummary));

    private static IEnumerable<byte[]> Pieces(IDictionary<string, object> entity) => entity.Values.OfType<byte[]>();

    /// <param name="letters">Of a headline that no compression makes shorter by much.</param>
    private static ItemSummary New(int letters)
    {
        var random = new Random(letters);
        return new SimulatedMonth(1, items: 1, communes: 2).Summaries().Single() with
        {
            Headline = string.Create(letters, random, static (text, from) =>
            {
                for (var at = 0; at < text.Length; at++)
                {
                    text[at] = (char)('0' + from.Next(64));
                }
            }),
        };
    }
}
