namespace Dissemination.Translation.Recordings;

/// <summary>
/// The sound of an MP3: its frames without what frames them (titles and pictures before and behind, and the table of contents that stands
/// in a first frame), so that several of one form make one file when they stand behind each other.
/// </summary>
internal sealed record Mp3File(ReadOnlyMemory<byte> Frames, Mp3Form Form, TimeSpan Length)
{
    /// <summary>Where the first frame has to begin, behind what a file says of itself.</summary>
    private const int MostBefore = 4096;

    private const int TagLength = 10;

    /// <returns>Null where it is no MP3, or one whose form changes on the way.</returns>
    public static Mp3File? Read(ReadOnlyMemory<byte> file)
    {
        var bytes = file.Span;
        var start = FirstFrame(bytes, BehindTag(bytes));
        if (start < 0 || Mp3Frame.Read(bytes[start..]) is not { } first)
        {
            return null;
        }

        start += IsContents(bytes[start..], first) ? first.Length : 0;
        var (at, frames) = (start, 0L);
        while (Mp3Frame.Read(bytes[at..]) is { } frame && at + frame.Length <= bytes.Length)
        {
            if (frame.Form != first.Form)
            {
                return null;
            }

            at += frame.Length;
            frames++;
        }

        return frames == 0 || !IsEnd(bytes[at..], first.Length)
            ? null
            : new(file[start..at], first.Form, TimeSpan.FromSeconds((double)frames * first.Samples / first.Form.SampleRate));
    }

    /// <summary>A title, pictures and the like, as ID3v2 writes them before the sound.</summary>
    private static int BehindTag(ReadOnlySpan<byte> bytes)
    {
        var at = 0;
        while (bytes.Length - at >= TagLength && bytes[at..].StartsWith("ID3"u8))
        {
            var size = (bytes[at + 6] << 21) | (bytes[at + 7] << 14) | (bytes[at + 8] << 7) | bytes[at + 9];
            at = size < 0 || size > bytes.Length - at - TagLength ? bytes.Length : at + TagLength + size;
        }

        return at;
    }

    /// <summary>Where two frames stand behind each other for the first time; -1 for nowhere.</summary>
    private static int FirstFrame(ReadOnlySpan<byte> bytes, int from)
    {
        for (var at = from; at < bytes.Length - Mp3Frame.HeadLength && at - from <= MostBefore; at++)
        {
            if (Mp3Frame.Read(bytes[at..]) is { } frame && at + frame.Length <= bytes.Length
                && (at + frame.Length == bytes.Length || Mp3Frame.Read(bytes[(at + frame.Length)..]) is not null))
            {
                return at;
            }
        }

        return -1;
    }

    /// <summary>Whether a frame holds no sound but says how long the file is, which no longer holds once others stand behind it.</summary>
    private static bool IsContents(ReadOnlySpan<byte> frame, Mp3Frame head)
    {
        var data = frame.Length >= head.Length ? frame[Mp3Frame.HeadLength..head.Length] : [];
        return (data.Length > head.SideInformation + 4
                && (data[head.SideInformation..].StartsWith("Xing"u8) || data[head.SideInformation..].StartsWith("Info"u8)))
            || (data.Length > 36 && data[32..].StartsWith("VBRI"u8));
    }

    /// <summary>Whether what stands behind the last frame is no sound: a title, or a frame that is cut off.</summary>
    private static bool IsEnd(ReadOnlySpan<byte> rest, int frameLength) =>
        rest.Length <= frameLength + Mp3Frame.HeadLength
        || rest.StartsWith("TAG"u8) || rest.StartsWith("ID3"u8) || rest.StartsWith("APETAGEX"u8) || rest.StartsWith("LYRICS"u8)
        || !rest.ContainsAnyExcept((byte)0);
}
