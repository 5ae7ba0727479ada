namespace Dissemination.Tests.Translation.Recordings;

/// <summary>Small recordings, made by the encoder that the pages use: a hum that comes and goes as syllables do.</summary>
internal static class Sounds
{
    public static byte[] One => Read("cau-mot");

    public static byte[] Two => Read("cau-hai");

    public static byte[] Whole => Read("ca-bai");

    public static byte[] TooQuiet => Read("nho-qua");

    public static byte[] Silent => Read("im-lang");

    public static byte[] TooLoud => Read("to-qua");

    public static byte[] TooShort => Read("ngan-qua");

    /// <summary>With another sample rate.</summary>
    public static byte[] OtherForm => Read("may-khac");

    private static byte[] Read(string name) =>
        File.ReadAllBytes(Path.Combine(RepositoryFiles.Root, "tests", "Translation", "Recordings", "Samples", $"{name}.mp3"));
}
