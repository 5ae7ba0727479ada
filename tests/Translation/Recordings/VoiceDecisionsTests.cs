using Dissemination.Problems;
using Dissemination.Translation.Recordings;

namespace Dissemination.Tests.Translation.Recordings;

/// <summary>Which recordings people can listen to.</summary>
public sealed class VoiceDecisionsTests
{
    [Fact]
    public void A_voice_is_taken() => Assert.True(VoiceDecisions.Check(Sounds.One, VoiceLimits.Sentence).IsDone);

    [Theory]
    [InlineData("im-lang", nameof(ProblemTexts.RecordingSilent))]
    [InlineData("to-qua", nameof(ProblemTexts.RecordingTooLoud))]
    [InlineData("ngan-qua", nameof(ProblemTexts.RecordingTooShort))]
    public void What_nobody_could_listen_to_is_refused_in_plain_words(string name, string problem) =>
        Assert.Equal(problem, VoiceDecisions.Check(Of(name), VoiceLimits.Sentence).Problem?.Code);

    [Fact]
    public void What_hardly_is_heard_is_refused() =>
        Assert.Contains(
            VoiceDecisions.Check(Sounds.TooQuiet, VoiceLimits.Sentence).Problem?.Code,
            (string[])[nameof(ProblemTexts.RecordingTooQuiet), nameof(ProblemTexts.RecordingSilent)]);

    [Fact]
    public void A_quiet_voice_is_told_from_silence() =>
        Assert.Equal(nameof(ProblemTexts.RecordingTooQuiet), VoiceDecisions.WhyNot(new VoiceSound(0.02f, 0.5, -45, 0))?.Code);

    [Fact]
    public void What_is_too_long_or_too_large_is_refused()
    {
        var brief = VoiceLimits.Sentence with { Longest = TimeSpan.FromSeconds(1) };
        var small = VoiceLimits.Sentence with { MostBytes = 100 };

        Assert.Equal(nameof(ProblemTexts.RecordingTooLong), VoiceDecisions.Check(Sounds.One, brief).Problem?.Code);
        Assert.Equal(nameof(ProblemTexts.RecordingTooLarge), VoiceDecisions.Check(Sounds.One, small).Problem?.Code);
    }

    [Fact]
    public void A_file_that_is_no_MP3_is_refused() =>
        Assert.Equal(
            nameof(ProblemTexts.RecordingUnreadable), VoiceDecisions.Check("đây là chữ"u8.ToArray(), VoiceLimits.Whole).Problem?.Code);

    private static byte[] Of(string name) => name switch
    {
        "im-lang" => Sounds.Silent,
        "to-qua" => Sounds.TooLoud,
        _ => Sounds.TooShort,
    };
}
