using Dissemination.Directory;
using Dissemination.Translation.Memory;

namespace Dissemination.Translation.Exchange;

/// <summary>The memory of a language as TMX 1.4b, for a translator's own tool.</summary>
internal sealed class MemoryExport(MemoryStore memory, TimeProvider time)
{
    /// <summary>What a unit says of where it comes from, where it was approved here; else it is the name of its file.</summary>
    public const string Approved = "approved";

    public const string ContentType = "application/x-tmx";

    /// <summary>Writes it as it is read out of storage.</summary>
    public Task WriteAsync(LanguageTag language, Stream to, CancellationToken cancellationToken) => TmxWriter.WriteAsync(
        to,
        memory.AllAsync(language, cancellationToken)
            .Select(
                segment => new TmxUnit(
                    segment.Source, segment.Language, segment.Target, segment.At, segment.By?.Value, segment.File?.Name ?? Approved)),
        time.GetUtcNow(),
        cancellationToken);
}
