using System.Runtime.InteropServices;

namespace Dissemination.Translation.Recordings;

/// <summary>The head of one frame of MPEG audio, layer III (ISO/IEC 11172-3 and 13818-3).</summary>
/// <param name="Length">All its bytes.</param>
/// <param name="Samples">Of each channel.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Mp3Frame(int Length, int Samples, Mp3Form Form, int SideInformation)
{
    public const int HeadLength = 4;

    private const int OneChannel = 3;

    /// <summary>In kilobits a second, by what the head says of it.</summary>
    private static ReadOnlySpan<int> RatesOfOne => [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320];

    private static ReadOnlySpan<int> RatesOfTwo => [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160];

    private static ReadOnlySpan<int> SampleRates => [44_100, 48_000, 32_000];

    /// <returns>Null where no such frame begins there.</returns>
    public static Mp3Frame? Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < HeadLength || bytes[0] != 0xFF || (bytes[1] & 0xE0) != 0xE0)
        {
            return null;
        }

        var (version, layer) = ((bytes[1] >> 3) & 3, (bytes[1] >> 1) & 3);
        var (rate, frequency) = (bytes[2] >> 4, (bytes[2] >> 2) & 3);
        if (version == 1 || layer != 1 || rate is 0 or 15 || frequency == 3)
        {
            return null;
        }

        var isOne = version == 3;
        var sampleRate = SampleRates[frequency] / (version switch { 3 => 1, 2 => 2, _ => 4 });
        var samples = isOne ? 1152 : 576;
        var bitRate = (isOne ? RatesOfOne : RatesOfTwo)[rate] * 1000;
        var length = (samples / 8 * bitRate / sampleRate) + ((bytes[2] >> 1) & 1);
        var channels = bytes[3] >> 6 == OneChannel ? 1 : 2;
        return new(length, samples, new(sampleRate, channels), (isOne, channels) switch
        {
            (true, 1) or (false, 2) => 17,
            (true, _) => 32,
            _ => 9,
        });
    }
}
