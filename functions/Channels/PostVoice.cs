using System.Text.Json.Serialization;

namespace Dissemination.Channels;

/// <summary>A text read aloud by a person and approved by another, as posts carry it.</summary>
/// <param name="File">Its name in the container <c>recordings</c>; another where the voice is another.</param>
internal sealed record PostVoice(string File, long Bytes, int Milliseconds)
{
    public const string ContentType = "audio/mpeg";

    [JsonIgnore]
    public int Seconds => Math.Max(1, (Milliseconds + 500) / 1000);
}
