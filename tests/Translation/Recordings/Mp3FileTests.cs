using System.Text;
using Dissemination.Translation.Recordings;

namespace Dissemination.Tests.Translation.Recordings;

/// <summary>What of an MP3 is sound, and that sounds stand behind each other in one file.</summary>
public sealed class Mp3FileTests
{
    [Fact]
    public void The_encoder_of_the_pages_makes_frames_alone_and_their_length_is_known()
    {
        var read = Mp3File.Read(Sounds.One)!;

        Assert.Equal(new Mp3Form(24_000, 1), read.Form);
        Assert.Equal(Sounds.One, read.Frames.ToArray());
        Assert.InRange(read.Length, TimeSpan.FromSeconds(1.9), TimeSpan.FromSeconds(2.2));
    }

    [Fact]
    public void What_stands_before_and_behind_the_sound_is_left_out()
    {
        byte[] tag = [.. "ID3"u8, 4, 0, 0, 0, 0, 0, 20, .. new byte[20]];
        byte[] title = [.. "TAG"u8, .. new byte[125]];

        Assert.Equal(Sounds.One, Mp3File.Read((byte[])[.. tag, .. Sounds.One, .. title])!.Frames.ToArray());
    }

    [Fact]
    public void A_first_frame_that_only_says_how_long_the_file_is_is_no_sound()
    {
        var contents = Sounds.One[..96];
        Encoding.ASCII.GetBytes("Info").CopyTo(contents, 4 + 9);

        Assert.Equal(Sounds.One, Mp3File.Read((byte[])[.. contents, .. Sounds.One])!.Frames.ToArray());
    }

    [Fact]
    public void Two_sounds_behind_each_other_are_one_that_is_as_long_as_both_and_can_be_decoded()
    {
        var joined = Mp3File.Read((byte[])[.. Sounds.One, .. Sounds.Two])!;

        Assert.Equal(Mp3File.Read(Sounds.One)!.Length + Mp3File.Read(Sounds.Two)!.Length, joined.Length);
        Assert.NotNull(VoiceReader.Listen(joined));
    }

    [Fact]
    public void A_sound_whose_form_changes_on_the_way_is_none() =>
        Assert.Null(Mp3File.Read((byte[])[.. Sounds.One, .. Sounds.OtherForm]));

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(5_000)]
    public void Nonsense_is_no_MP3(int length)
    {
        var random = new Random(20261129);
        var bytes = new byte[length];
        random.NextBytes(bytes);

        Assert.Null(Mp3File.Read(bytes));
        Assert.Null(Mp3File.Read((byte[])[.. "RIFF"u8, .. bytes]));
    }

    [Fact]
    public void A_file_that_becomes_nonsense_half_way_is_none()
    {
        var random = new Random(20261129);
        var noise = new byte[4_000];
        random.NextBytes(noise);

        Assert.Null(Mp3File.Read((byte[])[.. Sounds.One, .. noise]));
    }

    [Fact]
    public void A_file_that_was_cut_off_ends_with_its_last_whole_frame() =>
        Assert.Equal(Sounds.One[..^96], Mp3File.Read(Sounds.One.AsMemory()[..^40])!.Frames.ToArray());
}
