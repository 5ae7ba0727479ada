using System.Runtime.InteropServices;

namespace Dissemination.Translation.Recordings;

/// <summary>How an MP3 is coded: frames of one form can stand behind each other in one file.</summary>
/// <param name="SampleRate">In hertz.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Mp3Form(int SampleRate, int Channels);
