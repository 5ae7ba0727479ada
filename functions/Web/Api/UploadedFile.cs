using Dissemination.Translation.Exchange;

namespace Dissemination.Web.Api;

/// <summary>A file of another tool, as it is sent with a request.</summary>
internal static class UploadedFile
{
    /// <inheritdoc cref="ReadAsync(Stream, CancellationToken)"/>
    public static async Task<ReadOnlyMemory<byte>> ReadAsync(IFormFile file, CancellationToken cancellationToken)
    {
        await using var stream = file.OpenReadStream();
        return await ReadAsync(stream, cancellationToken);
    }

    /// <summary>What there is of it, and a little more than is taken: whoever reads it says that it is too large.</summary>
    public static async Task<ReadOnlyMemory<byte>> ReadAsync(Stream stream, CancellationToken cancellationToken)
    {
        using var read = new MemoryStream();
        var buffer = new byte[81_920];
        while (read.Length <= ExchangeLimits.MostBytes && await stream.ReadAsync(buffer, cancellationToken) is > 0 and var count)
        {
            await read.WriteAsync(buffer.AsMemory(0, count), cancellationToken);
        }

        return read.GetBuffer().AsMemory(0, (int)read.Length);
    }
}
