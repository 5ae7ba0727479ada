using Dissemination.Directory;
using Dissemination.Tests.Problems;
using Dissemination.Web.Pages.Frame;

namespace Dissemination.Tests.Web.Pages.Frame;

public sealed class LanguageStylesTests
{
    [Fact]
    public void A_language_in_Tai_Viet_is_shown_in_the_fonts_of_its_row() =>
        Assert.Equal(
            """
            :lang(kkk-Tavt) { font-family: "One Font", "Other Font", "Noto Sans", system-ui, sans-serif; line-height: 1.9; }

            """,
            LanguageStyles.Of(
                LanguageRows.Read(
                    "tag,name,englishName,script,detector,fonts\nvi,V,V,Latn,latin,Be Vietnam Pro\nkkk-Tavt,K,K,Tavt,tai-don,One Font;Other Font\n".Utf8()).AssertValid().Values));
}
