using System.Buffers.Binary;

namespace Dissemination.Tests.Browser;

/// <summary>What the microphone of the test browser hears: a hum that comes and goes as syllables do.</summary>
internal static class FakeVoice
{
    private const int SampleRate = 48_000;
    private const int Seconds = 4;

    /// <summary>Writes it as WAV, 16 bits, one channel.</summary>
    public static async Task WriteAsync(string path, CancellationToken cancellationToken)
    {
        const int length = SampleRate * Seconds * 2;
        var file = new byte[44 + length];
        "RIFF"u8.CopyTo(file);
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(4), 36 + length);
        "WAVEfmt "u8.CopyTo(file.AsSpan(8));
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(16), 16);
        BinaryPrimitives.WriteInt16LittleEndian(file.AsSpan(20), 1);
        BinaryPrimitives.WriteInt16LittleEndian(file.AsSpan(22), 1);
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(24), SampleRate);
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(28), SampleRate * 2);
        BinaryPrimitives.WriteInt16LittleEndian(file.AsSpan(32), 2);
        BinaryPrimitives.WriteInt16LittleEndian(file.AsSpan(34), 16);
        "data"u8.CopyTo(file.AsSpan(36));
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(40), length);
        for (var at = 0; at < SampleRate * Seconds; at++)
        {
            var time = (double)at / SampleRate;
            var syllable = Math.Max(0.05, Math.Sin(2 * Math.PI * 2.5 * time));
            var voice = Enumerable.Range(1, 8).Sum(tone => Math.Sin(2 * Math.PI * 160 * tone * time) / tone);
            BinaryPrimitives.WriteInt16LittleEndian(file.AsSpan(44 + (at * 2)), (short)(9_000 * syllable * voice / 1.6));
        }

        await File.WriteAllBytesAsync(path, file, cancellationToken);
    }
}
