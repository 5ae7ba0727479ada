using Dissemination.Content;
using Dissemination.Intake;
using Dissemination.Tests.Problems;
using FsCheck.Xunit;

namespace Dissemination.Tests.Intake;

public sealed class ReferenceReaderTests
{
    [Fact]
    public void A_resolution_may_list_fewer_topics_than_it_declares()
    {
        var resolution = ResolutionReader.Read(ContentText.ResolutionPath, ContentText.Resolution.Utf8()).AssertValid();
        Assert.Equal((22, 10, 3), (resolution.DeclaredTargets, resolution.DeclaredTasks, resolution.DeclaredBreakthroughs));
        Assert.Equal(["macadamia", "coffee", "infrastructure"], resolution.Topics.Select(topic => topic.Code));
        Assert.Equal((TopicKind.Target, "40.000 ha"), (resolution.Topics[0].Kind, resolution.Topics[0].Figure));
    }

    [Fact]
    public void A_resolution_may_say_who_spreads_it_where_and_when()
    {
        var told = ResolutionReader.Read(
            ContentText.ResolutionPath,
            $"{ContentText.Resolution}\nissuer: Ban Tuyên giáo (mẫu)\ncommunes: [bung-lao, na-bung]\nbegins: 2026-11-20\nends: 31/12/2026\n".Utf8())
            .AssertValid();

        Assert.Equal(
            ("Ban Tuyên giáo (mẫu)", "bung-lao;na-bung", new DateOnly(2026, 11, 20), new DateOnly(2026, 12, 31)),
            (told.Issuer, string.Join(';', told.Communes), told.Begins, told.Ends));
    }

    [Theory]
    [InlineData("id: dien-bien-2025-2030", "id: khac", "IdIsNotFileName", 1)]
    [InlineData("tasks: []", "tasks: []\nbegins: 2026-12-02\nends: 2026-12-01", "EndsBeforeItBegins", 13)]
    [InlineData("tasks: []", "tasks: []\ncommunes: [Búng Lao]", "IdMalformed", 12)]
    [InlineData("targets: 22", "targets: 1", "MoreThanDeclared", 5)]
    [InlineData("targets: 22", "targets: many", "NotACount", 4)]
    [InlineData("text: Diện tích mắc ca", "text: DiÖn tÝch m¾c ca", "LegacyVietnamese", 7)]
    [InlineData("adopted: 2025-10-16", "adopted: 10/16/2025", "NotADate", 3)]
    [InlineData("    text: Diện tích cà phê", "    note: x\n    text: y", "KeyUnknown", 10)]
    [InlineData("  - code: coffee", "  - code: macadamia", "IdTwice", null)]
    [InlineData("tasks: []", "tasks: none", "ValueNotList", 11)]
    [InlineData("tasks: []", "tasks: [x]", "ValueNotGroup", 11)]
    public void A_problem_of_a_resolution_is_reported_with_its_line(string line, string instead, string code, int? at) =>
        ResolutionReader.Read(ContentText.ResolutionPath, ContentText.Resolution.Replace(line, instead, StringComparison.Ordinal).Utf8())
            .AssertOne(code, at);

    [Property]
    public bool Any_bytes_are_a_resolution_or_problems(byte[] bytes) =>
        ResolutionReader.Read("resolutions/a.yaml", bytes) is { IsValid: true } or { Problems.IsEmpty: false };

    [Theory]
    [InlineData("items/a.blt-Tavt.md", null)]
    [InlineData("items/a.th.md", "LanguageRefused")]
    [InlineData("items/a.vi.md", "OriginalIsNoTranslation")]
    [InlineData("items/a.xx.md", "LanguageUnknown")]
    [InlineData("items/A B.blt-Tavt.md", "FileNameIsNoId")]
    public void A_supplied_translation_is_known_by_its_file_name(string path, string? code)
    {
        var read = SuppliedTranslationReader.Read(path, "---\ntitle: ꪹꪚꪙ\nsample: true\nsource: dịch mẫu\n---\nꪵꪀ".Utf8());
        if (code is null)
        {
            Assert.Equal((new ItemId("a"), "blt-Tavt", true), (read.AssertValid().Item, read.Value!.Language.Value, read.Value.Sample));
        }
        else
        {
            read.AssertOne(code, null);
        }
    }

    [Fact]
    public void A_supplied_translation_takes_no_other_keys() =>
        SuppliedTranslationReader.Read("items/a.blt-Tavt.md", "---\ntitle: x\nissuer: y\n---\nz".Utf8())
            .AssertOne("KeyUnknown", 3, "issuer");

    [Property]
    public bool Any_bytes_are_a_translation_or_problems(byte[] bytes) =>
        SuppliedTranslationReader.Read("items/a.blt-Tavt.md", bytes) is { IsValid: true } or { Problems.IsEmpty: false };
}
