using System.Runtime.InteropServices;
using NLayer;

namespace Dissemination.Translation.Recordings;

/// <summary>Decodes recordings, to hear whether they are some.</summary>
internal static class VoiceReader
{
    private const int StretchesInASecond = 20;

    /// <returns>Null where it cannot be decoded.</returns>
    public static VoiceSound? Listen(Mp3File file)
    {
        try
        {
            return VoiceSound.Of(Samples(file), file.Form.SampleRate * file.Form.Channels / StretchesInASecond);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // Whatever it stumbled over: it came from outside, and nobody could listen to it.
            return null;
        }
    }

    private static IEnumerable<float> Samples(Mp3File file)
    {
        using var bytes = Stream(file.Frames);
        using var decoded = new MpegFile(bytes);
        var samples = new float[8192];
        while (decoded.ReadSamples(samples, 0, samples.Length) is > 0 and var read)
        {
            for (var at = 0; at < read; at++)
            {
                yield return samples[at];
            }
        }
    }

    private static MemoryStream Stream(ReadOnlyMemory<byte> bytes) =>
        MemoryMarshal.TryGetArray(bytes, out var array)
            ? new(array.Array!, array.Offset, array.Count, writable: false)
            : new(bytes.ToArray(), writable: false);
}
