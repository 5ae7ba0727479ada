using Dissemination.Translation.Exchange;

namespace Dissemination.Web.Api;

/// <summary>XLIFF files on their way out and in.</summary>
internal static class XliffFile
{
    /// <summary>As its standard registers it.</summary>
    public const string ContentType = "application/xliff+xml";

    public static IResult Of(byte[] file, string name) => TypedResults.File(file, ContentType, name);

    /// <summary>What there is of a file, and a little more than is taken: whoever reads it says that it is too large.</summary>
    public static async Task<ReadOnlyMemory<byte>> ReadAsync(Stream stream, CancellationToken cancellation)
    {
        using var read = new MemoryStream();
        var buffer = new byte[81_920];
        while (read.Length <= ExchangeLimits.MostBytes && await stream.ReadAsync(buffer, cancellation) is > 0 and var count)
        {
            await read.WriteAsync(buffer.AsMemory(0, count), cancellation);
        }

        return read.GetBuffer().AsMemory(0, (int)read.Length);
    }
}
