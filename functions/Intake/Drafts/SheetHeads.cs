using System.Collections.Frozen;
using System.Collections.Immutable;
using Dissemination.Directory;
using Dissemination.Problems;
using Dissemination.Translation.Segments;

namespace Dissemination.Intake.Drafts;

/// <summary>What a column of a sheet is, by its head in Vietnamese or English.</summary>
internal static class SheetHeads
{
    /// <summary>What a row may say, as intake names it and in the order in which a form shows it.</summary>
    public static ImmutableArray<string> Fields { get; } =
    [
        "text", "kind", "speaker", "issuer", "topics", "communes", "publishAt", "expiresAt", "id", "resolution", "picture", "pictureAlt",
        "pictureCaption", "pictureWords", "overflow", "untranslated", "airing", "sample", "approvalBy", "approvalDocument",
        "approvalDate",
        .. Languages.All.Select(language => language.Tag).Where(tag => !tag.IsVietnamese).Select(tag => tag.Value),
    ];

    private static readonly FrozenDictionary<string, string> Names = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
    {
        ["mã"] = "id",
        ["mã bài"] = "id",
        ["mã tin bài"] = "id",
        ["loại"] = "kind",
        ["thể loại"] = "kind",
        ["nội dung"] = "text",
        ["khẩu hiệu"] = "text",
        ["nội dung khẩu hiệu"] = "text",
        ["trích dẫn"] = "text",
        ["câu"] = "text",
        ["lời"] = "text",
        ["slogan"] = "text",
        ["quote"] = "text",
        ["content"] = "text",
        ["người nói"] = "speaker",
        ["lời của"] = "speaker",
        ["tác giả"] = "speaker",
        ["author"] = "speaker",
        ["cơ quan phát hành"] = "issuer",
        ["cơ quan"] = "issuer",
        ["đơn vị"] = "issuer",
        ["đơn vị phát hành"] = "issuer",
        ["nghị quyết"] = "resolution",
        ["chủ đề"] = "topics",
        ["chỉ tiêu"] = "topics",
        ["mục tiêu"] = "topics",
        ["topic"] = "topics",
        ["xã"] = "communes",
        ["xã, phường"] = "communes",
        ["xã phường"] = "communes",
        ["địa bàn"] = "communes",
        ["commune"] = "communes",
        ["đăng lúc"] = "publishAt",
        ["ngày đăng"] = "publishAt",
        ["thời gian đăng"] = "publishAt",
        ["publish at"] = "publishAt",
        ["thôi đăng sau"] = "expiresAt",
        ["hết hạn"] = "expiresAt",
        ["ngày hết hạn"] = "expiresAt",
        ["expires"] = "expiresAt",
        ["mức phát loa"] = "airing",
        ["mức phát thanh"] = "airing",
        ["mẫu"] = "sample",
        ["ảnh"] = "picture",
        ["mô tả ảnh"] = "pictureAlt",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>Empty where it is none that is known.</summary>
    public static string FieldOf(string head)
    {
        var words = TonePlacement.Unified(ComposedText.Of(head)).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var name = string.Join(' ', words).TrimEnd(':', '*', ' ');
        return Fields.FirstOrDefault(field => field.Equals(name, StringComparison.OrdinalIgnoreCase))
            ?? Names.FirstOrDefault(known => TonePlacement.Unified(known.Key).Equals(name, StringComparison.OrdinalIgnoreCase)).Value
            ?? "";
    }
}
