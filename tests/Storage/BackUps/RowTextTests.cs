using System.Text;
using Azure.Data.Tables;
using Dissemination.Storage.BackUps;

namespace Dissemination.Tests.Storage.BackUps;

public sealed class RowTextTests
{
    [Fact]
    public void Every_type_that_a_table_knows_comes_back_as_it_was()
    {
        TableEntity row = new("xã", "bài \"một\"")
        {
            ["Json"] = "ꪼꪕ\n\u001f{\"a\":1}",
            ["Pieces"] = 3,
            ["Long"] = long.MinValue,
            ["Double"] = 0.1 + 0.2,
            ["Yes"] = true,
            ["No"] = false,
            ["Id"] = Guid.Parse("6d9c2f0e-8f0e-4d1c-9a6e-0123456789ab"),
            ["At"] = new DateTimeOffset(2026, 11, 23, 1, 2, 3, TimeSpan.Zero).AddTicks(7),
            ["Deflated"] = new byte[] { 0, 255, 10, 13 },
            ["Empty"] = "",
        };

        var back = RowText.Read(RowText.Write(row));

        Assert.Equal(
            row.OrderBy(property => property.Key, StringComparer.Ordinal), back.OrderBy(property => property.Key, StringComparer.Ordinal));
        Assert.DoesNotContain((byte)'\n', RowText.Write(row));
    }

    [Fact]
    public void What_storage_gives_a_row_by_itself_is_left_out()
    {
        TableEntity row = new("a", "b") { ["Json"] = "{}", ETag = new("\"x\""), Timestamp = DateTimeOffset.UnixEpoch };

        Assert.Equal("{\"p\":\"a\",\"r\":\"b\",\"s:Json\":\"{}\"}", Encoding.UTF8.GetString(RowText.Write(row)));
    }
}
