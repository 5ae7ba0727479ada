using System.Buffers.Binary;

using Dissemination.Content;
using Dissemination.Tests.Problems;

using FsCheck.Xunit;

using Xunit;

namespace Dissemination.Tests.Content;

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

    [Theory]
    [InlineData("id: dien-bien-2025-2030", "id: khac", "IdIsNotFileName", 1)]
    [InlineData("targets: 22", "targets: 1", "MoreThanDeclared", 5)]
    [InlineData("targets: 22", "targets: many", "NotACount", 4)]
    [InlineData("text: Diện tích mắc ca", "text: DiÖn tÝch m¾c ca", "LegacyVietnamese", 7)]
    [InlineData("adopted: 2025-10-16", "adopted: 10/16/2025", "NotADate", 3)]
    [InlineData("    text: Diện tích cà phê", "    note: x\n    text: y", "KeyUnknown", 10)]
    [InlineData("  - code: coffee", "  - code: macadamia", "IdTwice", null)]
    [InlineData("tasks: []", "tasks: none", "ValueNotList", 11)]
    [InlineData("tasks: []", "tasks: [x]", "ValueNotGroup", 11)]
    public void A_problem_of_a_resolution_is_reported_with_its_line(string line, string instead, string code, int? at) =>
        ResolutionReader.Read(ContentText.ResolutionPath, ContentText.Resolution.Replace(line, instead, StringComparison.Ordinal).Utf8()).AssertOne(code, at);

    [Property]
    public bool Any_bytes_are_a_resolution_or_problems(byte[] bytes) => ResolutionReader.Read("resolutions/a.yaml", bytes) is { IsValid: true } or { Problems.IsEmpty: false };

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
        SuppliedTranslationReader.Read("items/a.blt-Tavt.md", "---\ntitle: x\nissuer: y\n---\nz".Utf8()).AssertOne("KeyUnknown", 3, "issuer");

    [Property]
    public bool Any_bytes_are_a_translation_or_problems(byte[] bytes) =>
        SuppliedTranslationReader.Read("items/a.blt-Tavt.md", bytes) is { IsValid: true } or { Problems.IsEmpty: false };

    [Theory]
    [InlineData("items/a.png", 800, 600, null)]
    [InlineData("items/a.jpg", 800, 600, "PictureExtension")]
    [InlineData("items/a.png", 9000, 1001, "PictureSize")]
    [InlineData("items/a.png", 2100, 100, "PictureSize")]
    [InlineData("items/a.png", 0, 100, "PictureBroken")]
    [InlineData("items/a.png", -5, 100, "PictureBroken")]
    public void A_picture_is_judged_by_its_own_bytes(string path, int width, int height, string? code) => Judge(path, Pictures.Png(width, height), code);

    [Theory]
    [InlineData("items/a.jpeg", 800, 600, null)]
    [InlineData("items/a.png", 800, 600, "PictureExtension")]
    [InlineData("items/a.jpg", 100, 2100, "PictureSize")]
    public void The_size_of_a_JPEG_is_found_behind_its_other_segments(string path, int width, int height, string? code) => Judge(path, Pictures.Jpeg(width, height), code);

    [Fact]
    public void A_picture_beyond_10_MB_is_refused() => Judge("items/a.png", [.. Pictures.Png(10, 10), .. new byte[10 * 1024 * 1024]], "FileTooLarge");

    [Property]
    public bool Any_bytes_are_a_picture_or_problems(byte[] bytes) =>
        PictureReader.Read("a.jpg", (byte[])[0xFF, 0xD8, 0xFF, .. bytes]) is { IsValid: true } or { Problems.IsEmpty: false };

    private static void Judge(string path, byte[] bytes, string? code)
    {
        var read = PictureReader.Read(path, bytes);
        if (code is null)
        {
            Assert.Equal((800, 600), (read.AssertValid().Width, read.Value!.Height));
        }
        else
        {
            read.AssertOne(code, null);
        }
    }
}

/// <summary>Headers of pictures; what follows them does not matter here.</summary>
internal static class Pictures
{
    public static byte[] Png(int width, int height)
    {
        byte[] bytes = [0x89, .. "PNG\r\n"u8, 0x1A, 0x0A, 0, 0, 0, 13, .. "IHDR"u8, .. new byte[13]];
        BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(16), width);
        BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(20), height);
        return bytes;
    }

    public static byte[] Jpeg(int width, int height) =>
    [
        0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 1, 2, 0xFF, 0xFF, 0xC0, 0, 11, 8,
        (byte)(height >> 8), (byte)height, (byte)(width >> 8), (byte)width, 1, 1, 0x11, 0, 0xFF, 0xD9,
    ];
}
