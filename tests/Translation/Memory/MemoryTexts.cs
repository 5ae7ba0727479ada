using Dissemination.Content;
using Dissemination.Directory;
using Dissemination.Translation.Memory;

using FsCheck;
using FsCheck.Fluent;

namespace Dissemination.Tests.Translation.Memory;

/// <summary>Texts and segments for the tests of the memory.</summary>
internal static class MemoryTexts
{
    public static LanguageTag Thai { get; } = new("blt-Tavt");

    /// <summary>Few words, so that many texts are near one another; a few of them are long.</summary>
    public static Gen<string> Text { get; } =
        from words in Gen.Elements("bà", "con", "trồng", "Trồng", "rừng", "xã", "bản", "nghèo", "40.000", "52,95", "3", ".", "%")
            .NonEmptyListOf()
        from times in Gen.Frequency((9, Gen.Constant(1)), (1, Gen.Constant(8)))
        select string.Join(' ', Enumerable.Repeat(words, times).SelectMany(list => list));

    public static VersionId Version(string item) => new(new(item), 1, Thai);

    public static MemorySegment Segment(string source, string target, string item = "bai", int day = 1) =>
        new(Thai, source, target, Version(item), null, new(2026, 11, day, 0, 0, 0, TimeSpan.Zero));
}
