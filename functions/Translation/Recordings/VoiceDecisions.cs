using System.Globalization;
using Dissemination.Problems;

namespace Dissemination.Translation.Recordings;

/// <summary>Whether a file is a voice that people can listen to: pure functions. It is told in words of people who record.</summary>
internal static class VoiceDecisions
{
    /// <summary>Where less than that of a recording is heard, nobody speaks.</summary>
    private const double LeastHeard = 0.03;

    /// <summary>In decibels: on a loudspeaker it would not be understood.</summary>
    private const double Quietest = -42;

    private const double MostClipped = 0.02;

    /// <summary>The sound of a file, or why it is not taken. It is decoded from its first to its last frame.</summary>
    public static Result<Mp3File> Check(ReadOnlyMemory<byte> file, VoiceLimits limits) =>
        file.Length > limits.MostBytes ? new Problem(nameof(ProblemTexts.RecordingTooLarge), null, Megabytes(limits.MostBytes))
        : Mp3File.Read(file) is not { } read ? new Problem(nameof(ProblemTexts.RecordingUnreadable))
        : WhyNot(read.Length, limits) is { } wrong ? wrong
        : VoiceReader.Listen(read) is not { } sound ? new Problem(nameof(ProblemTexts.RecordingUnreadable))
        : WhyNot(sound) is { } unheard ? unheard
        : read;

    /// <summary>Whether it is too long or too short; null where it is neither.</summary>
    public static Problem? WhyNot(TimeSpan length, VoiceLimits limits) =>
        length < limits.Shortest ? new(nameof(ProblemTexts.RecordingTooShort))
        : length > limits.Longest ? new(nameof(ProblemTexts.RecordingTooLong), null, Number(limits.Longest.TotalMinutes))
        : null;

    /// <summary>Whether nobody is heard, hardly or too loudly; null where all is well.</summary>
    public static Problem? WhyNot(VoiceSound sound) =>
        sound.Heard < LeastHeard ? new(nameof(ProblemTexts.RecordingSilent))
        : sound.Level < Quietest ? new(nameof(ProblemTexts.RecordingTooQuiet))
        : sound.Clipped > MostClipped ? new(nameof(ProblemTexts.RecordingTooLoud))
        : null;

    private static string Megabytes(int bytes) => Number(bytes / 1024d / 1024d);

    private static string Number(double number) => number.ToString("0.#", CultureInfo.InvariantCulture);
}
