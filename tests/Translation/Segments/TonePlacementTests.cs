using System.Text;
using Dissemination.Content;
using Dissemination.Tests.Translation.Glossary;
using Dissemination.Tests.Translation.Memory;
using Dissemination.Translation;
using Dissemination.Translation.Glossary;
using Dissemination.Translation.Memory;
using Dissemination.Translation.Segments;

namespace Dissemination.Tests.Translation.Segments;

/// <summary>Each Vietnamese syllable that is written in two ways: hòa and hoà, khỏe and khoẻ, thủy and thuỷ.</summary>
public sealed class TonePlacementTests
{
    private static readonly string[] Initials =
        ["", "b", "c", "ch", "d", "đ", "g", "gh", "h", "k", "kh", "l", "m", "n", "ng", "nh", "p", "ph", "r", "s", "t", "th", "tr", "v", "x"];

    private static readonly string[] Tones = ["\u0300", "\u0301", "\u0303", "\u0309", "\u0323"];

    private static readonly string[] Vowels = ["oa", "oe", "uy"];

    private static readonly string[] Different = ["hòa", "hóa", "họa", "hỏa", "hoa", "hòe"];

    [Fact]
    public void Both_writings_of_every_such_syllable_are_one_word_in_every_comparison() => Assert.All(Syllables(), pair =>
    {
        var (old, now) = ($"Việc {pair.Old} của xã", $"Việc {pair.New} của xã");
        var memory = new MemoryIndex();
        memory.Add(MemoryTexts.Segment(old, "a"));

        Assert.Equal(TonePlacement.Unified(old), TonePlacement.Unified(now));
        Assert.Equal(Folding.Of(pair.Old), Folding.Of(pair.New));
        Assert.Equal((MatchKind.Exact, 100), (memory.Find(now)[0].Kind, memory.Find(now)[0].Percent));
        Assert.Equal(TermRules.Key(GlossaryFiles.Term(pair.Old, "a")), TermRules.Key(GlossaryFiles.Term(pair.New, "a")));
        Assert.Single(new TermMatcher([GlossaryFiles.Term(pair.Old, "a")]).Find(now));
        Assert.Equal(TranslationStart.SourceHash(new(null, null, old)), TranslationStart.SourceHash(new(null, null, now)));
        Assert.Equal([WordChange.Kept], ChangedWords.Between(old, now).Select(words => words.Change));
        Assert.Equal([false], SourceChange.Changed(SegmentedText.Of(new(null, null, old)), SegmentedText.Of(new(null, null, now))));
    });

    [Fact]
    public void Words_that_are_not_written_in_two_ways_stay_as_they_are() =>
        Assert.All(
            ["hoàng", "quyết", "huệ", "của", "mía", "hóc oai", "Hoa", "ꪹꪜꪸꪙ", "\uD800ò"],
            word => Assert.Equal(word, TonePlacement.Unified(word)));

    [Fact]
    public void Other_tones_and_other_letters_stay_other_words() =>
        Assert.Equal(6, Different.Select(TonePlacement.Unified).Distinct().Count());

    [Fact]
    public void A_text_keeps_its_own_writing()
    {
        var memory = new MemoryIndex();
        memory.Add(MemoryTexts.Segment("Thủy lợi hóa đồng ruộng.", "ꪙꪾ"));

        Assert.Equal("Thủy lợi hóa đồng ruộng.", memory.Find("Thuỷ lợi hoá đồng ruộng.")[0].Segment.Source);
        Assert.Equal("Khỏe", GlossaryFiles.Term("Khỏe", "a").Source);
    }

    [Fact]
    public void A_revision_that_only_places_tone_marks_otherwise_keeps_its_approved_translation()
    {
        var (first, second) = (VersionId.Parse("mac-ca.1.blt-Tavt", null), VersionId.Parse("mac-ca.2.blt-Tavt", null));
        var (old, now) = (
            new VersionText("Bản tin thủy lợi", null, "Khỏe để làm việc."), new VersionText("Bản tin thuỷ lợi", null, "Khoẻ để làm việc."));
        var approved = TranslationStart.Decide(first, old, new(), DateTimeOffset.UnixEpoch)! with
        {
            State = TranslationState.Approved,
        };

        Assert.Equal(
            TranslationState.Approved,
            TranslationStart.Decide(second, now, new(Previous: new(approved, old)), DateTimeOffset.UnixEpoch)!.State);
    }

    [Fact]
    public void What_comes_again_in_the_other_writing_is_translated_once()
    {
        var source = SegmentedText.Of(new(null, null, "Giữ hoà bình.\n\nGiữ hòa bình."));

        Assert.Equal("a", Repetitions.Fill(source, [new(TextPart.Body, 1, "a"), new(TextPart.Body, 1, null)])[1].Target);
    }

    private static IEnumerable<(string Old, string New)> Syllables() =>
        from initial in Initials
        from vowels in Vowels
        from tone in Tones
        let old = $"{initial}{vowels[0]}{tone}{vowels[1]}".Normalize(NormalizationForm.FormC)
        let now = $"{initial}{vowels}{tone}".Normalize(NormalizationForm.FormC)
        from pair in new[] { (old, now), (old.ToUpperInvariant(), now.ToUpperInvariant()), (
            old[..1].ToUpperInvariant() + old[1..], now[..1].ToUpperInvariant() + now[1..]) }
        select pair;
}
