using System.Globalization;

namespace Dissemination.Tests;

public sealed class LocalTimeTests
{
    [Theory]
    [InlineData("2026-11-20 07:30", "2026-11-20T00:30:00Z")]
    [InlineData("2026-11-20", "2026-11-19T17:00:00Z")]
    [InlineData("2026-11-20T07:30+07:00", "2026-11-20T00:30:00Z")]
    [InlineData("2026-11-20T07:30:15Z", "2026-11-20T07:30:15Z")]
    [InlineData("2026-11-20T07:30", null)]
    [InlineData("20-11-2026", "2026-11-19T17:00:00Z")]
    [InlineData("20/11/2026 7:30", "2026-11-20T00:30:00Z")]
    [InlineData("11/20/2026", null)]
    [InlineData("2026-02-30", null)]
    [InlineData("9999-12-31", null)]
    public void A_time_is_Viet_Nam_time_unless_it_says_otherwise(string text, string? utc)
    {
        Assert.Equal(utc is not null, LocalTime.TryParse(text, wholeDay: false, out var read));
        if (utc is not null)
        {
            Assert.Equal(DateTimeOffset.Parse(utc, CultureInfo.InvariantCulture), read);
        }
    }

    [Fact]
    public void What_expires_on_a_day_lasts_the_whole_day()
    {
        Assert.True(LocalTime.TryParse("2026-11-20", wholeDay: true, out var read));
        Assert.Equal(new DateTimeOffset(2026, 11, 20, 17, 0, 0, TimeSpan.Zero), read);
    }

    [Theory]
    [InlineData("vi", "12.345")]
    [InlineData("vi-VN", "12.345")]
    [InlineData("en", "12,345")]
    [InlineData("", "12.345")]
    public void A_number_is_written_as_the_language_of_its_page_writes_it(string language, string written)
    {
        var before = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        try
        {
            Assert.Equal(written, LocalTime.Number(12_345));
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }
}
