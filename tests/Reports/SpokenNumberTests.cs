using Dissemination.Reports;

namespace Dissemination.Tests.Reports;

public sealed class SpokenNumberTests
{
    [Theory]
    [InlineData(0, "không")]
    [InlineData(5, "năm")]
    [InlineData(10, "mười")]
    [InlineData(14, "mười bốn")]
    [InlineData(15, "mười lăm")]
    [InlineData(20, "hai mươi")]
    [InlineData(21, "hai mươi mốt")]
    [InlineData(44, "bốn mươi tư")]
    [InlineData(105, "một trăm linh năm")]
    [InlineData(110, "một trăm mười")]
    [InlineData(111, "một trăm mười một")]
    [InlineData(450, "bốn trăm năm mươi")]
    [InlineData(1_000, "một nghìn")]
    [InlineData(1_005, "một nghìn không trăm linh năm")]
    [InlineData(2_026, "hai nghìn không trăm hai mươi sáu")]
    [InlineData(44_675, "bốn mươi tư nghìn sáu trăm bảy mươi lăm")]
    [InlineData(33_587, "ba mươi ba nghìn năm trăm tám mươi bảy")]
    [InlineData(1_000_001, "một triệu không trăm linh một")]
    [InlineData(20_300_000_000, "hai mươi tỷ ba trăm triệu")]
    public void A_number_is_said_as_people_say_it(long number, string words) => Assert.Equal(words, SpokenNumber.Of(number));

    [Fact]
    public void A_month_is_said_with_its_year() =>
        Assert.Equal("tháng tư năm hai nghìn không trăm hai mươi sáu", SpokenNumber.Of(new DateOnly(2026, 4, 1)));
}
