using System.Collections.Immutable;
using Dissemination.Content;
using Dissemination.Intake;
using Dissemination.Problems;
using Dissemination.Tests.Directory;
using Dissemination.Tests.Problems;

namespace Dissemination.Tests.Intake;

/// <summary>Content as people write it.</summary>
internal static class ContentText
{
    public const string ResolutionPath = "resolutions/dien-bien-2025-2030.yaml";

    public const string Resolution = """
        id: dien-bien-2025-2030
        title: Nghị quyết Đại hội (mẫu)
        adopted: 2025-10-16
        declared: { targets: 22, tasks: 10, breakthroughs: 3 }
        targets:
          - code: macadamia
            text: Diện tích mắc ca
            figure: 40.000 ha
          - code: coffee
            text: Diện tích cà phê
        tasks: []
        breakthroughs:
          - code: infrastructure
            text: Hạ tầng giao thông
        sources: [ Bản tin công khai ]
        """;

    /// <summary>An approved article; its first line is the fence, its title stands on line 2.</summary>
    public const string Article = """
        ---
        title: Trồng mắc ca
        issuer: Ban Tuyên giáo (mẫu)
        resolution: dien-bien-2025-2030
        topics: [macadamia]
        communes: [bung-lao]
        publishAt: 2026-11-20 07:30
        expiresAt: 2027-12-31
        sample: true
        approval:
          by: lanh-dao-ban
          document: MẪU-01
          date: 2026-11-18
        ---

        Bà con **trồng** mắc ca. Xem [trang tỉnh](https://example.vn).
        """;

    public const string SheetHeader = "id,kind,text,issuer,speaker,sample,blt-Tavt,approvalBy,approvalDocument,approvalDate";

    public static KnownReferences Known { get; } = new(
        DirectoryText.Snapshot(),
        ImmutableDictionary<string, Resolution>.Empty.Add(
            "dien-bien-2025-2030", ResolutionReader.Read(ResolutionPath, Resolution.Utf8()).AssertValid()),
        new(2026, 11, 28, 0, 0, 0, TimeSpan.Zero));

    public static Parsed<ReadItems> ReadArticle(string text, string path = "items/trong-mac-ca.md") =>
        ArticleReader.Read(path, text.Utf8(), Known);

    public static Parsed<ReadItems> ReadSheet(string rows, string header = SheetHeader) =>
        ItemSheetReader.Read("items/slogans.csv", $"{header}\n{rows}\n".Utf8(), Known);

    public static ItemContent ArticleContent(string text = Article) => ReadArticle(text).AssertValid().Items.Single().Content;
}
