using Dissemination.Translation.Recordings;

namespace Dissemination.Web.Pages.Recordings;

/// <summary>A recording as it is sent with a form.</summary>
internal static class SoundFile
{
    /// <summary>What there is of it, and a little more than is taken: whoever listens to it says that it is too large.</summary>
    public static async Task<ReadOnlyMemory<byte>> ReadAsync(IFormFile file, CancellationToken cancellationToken)
    {
        var bytes = new byte[Math.Min(file.Length, VoiceLimits.Whole.MostBytes + 1)];
        await using var stream = file.OpenReadStream();
        await stream.ReadExactlyAsync(bytes, cancellationToken);
        return bytes;
    }
}
