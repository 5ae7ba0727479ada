using System.Collections.Immutable;
using Dissemination.Content;
using Dissemination.Directory;
using Dissemination.Translation.Checks;
using Dissemination.Translation.Glossary;

namespace Dissemination.Tests.Translation.Checks;

/// <summary>Texts and their judging as tests speak of them.</summary>
internal static class Checking
{
    public static readonly Language TaiDam = Languages.Find(new("blt-Tavt"))!;
    public static readonly Language TaiDon = Languages.Find(new("twh-Tavt"))!;
    public static readonly Language Chv = Languages.Find(new("hmn-Latn-x-chv"))!;
    public static readonly Language Rpa = Languages.Find(new("mww-Latn-x-rpa"))!;

    public static ItemContent Original(VersionText text, ItemKind kind = ItemKind.Article) =>
        new()
        {
            Id = new("giu-rung"),
            Kind = kind,
            Text = text,
            Issuer = "Ban Tuyên giáo và Dân vận Tỉnh ủy (mẫu)",
            Speaker = kind is ItemKind.Quote ? "Lãnh đạo tỉnh (mẫu)" : null,
        };

    public static ImmutableArray<Finding> Find(
        Language language, VersionText source, VersionText target, params IReadOnlyList<GlossaryTerm> glossary) =>
        TranslationChecks.Find(language, Original(source), target, glossary);

    public static ImmutableArray<Finding> Find(Language language, string source, string target) =>
        Find(language, new VersionText(null, null, source), new VersionText(null, null, target));

    public static string PartOf(this VersionText text, Finding finding) => finding.Part switch
    {
        Dissemination.Translation.Segments.TextPart.Title => text.Title ?? "",
        Dissemination.Translation.Segments.TextPart.Summary => text.Summary ?? "",
        _ => text.Body,
    };
}
