using Dissemination.Storage;
using Dissemination.Storage.Records;

namespace Dissemination.Tests.Storage.Records;

public sealed class RecordDecisionsTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 23, 5, 0, 0, TimeSpan.Zero);

    private static readonly DateOnly Today = new(2026, 11, 23);

    [Fact]
    public void A_line_follows_the_one_before_it_by_number_and_hash()
    {
        var first = RecordDecisions.Next(null, Entry("approved"), Today);
        var second = RecordDecisions.Next(first.End, Entry("withdrawn"), Today);

        Assert.Equal((1, ""), (first.Number, first.Before));
        Assert.Equal((2, first.Hash), (second.Number, second.Before));
        Assert.Empty(RecordDecisions.FaultsOf(first, KeyOf(first), second));
        Assert.Equal(Entry("withdrawn"), second.Entry);
    }

    /// <summary>Written down once, so that it is seen if another version of the program hashes otherwise.</summary>
    [Fact]
    public void The_hash_of_a_line_stays_what_it_is()
    {
        var line = RecordDecisions.Next(null, Entry("approved") with { Detail = "MẪU-10/2026 ꪼꪕ" }, Today);

        Assert.Equal(
            "{\"subject\":\"mau\",\"at\":\"2026-11-23T05:00:00+00:00\",\"who\":\"lanh-dao\",\"what\":\"approved\",\"revision\":1,"
            + $"\"detail\":\"MẪU-10/2026 ꪼꪕ\",\"rowKey\":\"{Entry("approved").RowKey}\"}}",
            line.Text);
        Assert.Equal(
            Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(
                System.Text.Encoding.UTF8.GetBytes($"1\n2026-11-23\n\n{line.Text}"))),
            line.Hash);
    }

    [Theory]
    [InlineData(-1, 23)]
    [InlineData(0, 23)]
    [InlineData(30, 23)]
    public void No_line_is_of_an_earlier_day_than_the_one_before_it_and_none_of_a_day_to_come(int days, int expected)
    {
        var end = new RecordEnd(Today, 7, "a");

        Assert.Equal(expected, RecordDecisions.Next(end, Entry("approved") with { At = Noon.AddDays(days) }, Today).Day.Day);
    }

    [Fact]
    public void A_line_that_says_something_else_is_found()
    {
        var line = RecordDecisions.Next(null, Entry("approved"), Today);
        var forged = line with { Text = line.Text.Replace("lanh-dao", "can-bo", StringComparison.Ordinal) };

        Assert.Equal([new(RecordFaultKind.Changed, Today, 1)], RecordDecisions.FaultsOf(forged, KeyOf(forged), null));
    }

    [Fact]
    public void A_line_that_was_hashed_anew_is_found_by_the_one_behind_it()
    {
        var first = RecordDecisions.Next(null, Entry("approved"), Today);
        var second = RecordDecisions.Next(first.End, Entry("withdrawn"), Today);
        var forged = RecordDecisions.Next(null, Entry("approved") with { Who = "can-bo" }, Today);

        Assert.Equal([new(RecordFaultKind.Changed, Today, 1)], RecordDecisions.FaultsOf(forged, KeyOf(forged), second));
    }

    [Fact]
    public void A_cut_chain_and_one_made_anew_do_not_fit_the_end_that_is_kept_apart()
    {
        var line = RecordDecisions.Next(null, Entry("approved"), Today);

        Assert.Null(RecordDecisions.FaultOf(line, line.End));
        Assert.Equal(RecordFaultKind.EndDiffers, RecordDecisions.FaultOf(line, line.End with { Hash = "b" })!.Kind);
        Assert.Equal(new(RecordFaultKind.Missing, Today, 2) { Upto = 5 }, RecordDecisions.FaultOf(line, new(Today, 5, "b")));
        Assert.Equal(new(RecordFaultKind.Missing, Today, 1) { Upto = 1 }, RecordDecisions.FaultOf(null, line.End));
    }

    private static HistoryEntry Entry(string what) => new("mau", Noon, "lanh-dao", what, 1);

    private static string KeyOf(RecordLine line) => KeysOfRecords.Line(line.Day, line.Number);
}
