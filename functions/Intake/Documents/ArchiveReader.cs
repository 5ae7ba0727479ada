using System.Collections.Immutable;
using System.IO.Compression;
using Dissemination.Problems;

namespace Dissemination.Intake.Documents;

/// <summary>
/// The files of a zip: each to be read by itself. Their paths are names for people and nothing is written anywhere; what systems add of
/// their own is passed over. A zip in a zip is refused.
/// </summary>
internal static class ArchiveReader
{
    private const int MostFiles = 100;

    /// <summary>The same as <see cref="Read"/>, in turn with all other packages.</summary>
    public static Task<(ImmutableArray<DroppedDocument> Files, ImmutableArray<Problem> Problems)> ReadAsync(
        DroppedDocument archive, CancellationToken cancellationToken) =>
        PackageTurn.InTurnAsync(() => Read(archive), cancellationToken);

    public static (ImmutableArray<DroppedDocument> Files, ImmutableArray<Problem> Problems) Read(DroppedDocument archive)
    {
        if (PackageCheck.Check(archive) is { } refused)
        {
            return ([], [refused]);
        }

        using var zip = PackageCheck.Open(archive.Bytes);
        var entries = zip.Entries.Where(entry => entry.Name.Length > 0 && !IsOfSystems(entry.FullName)).ToList();
        if (entries.Count is 0 or > MostFiles)
        {
            var code = entries.Count == 0 ? nameof(ProblemTexts.ArchiveEmpty) : nameof(ProblemTexts.ArchiveTooMany);
            return ([], [new(code, new(archive.Name), $"{MostFiles}")]);
        }

        var (files, problems) = (ImmutableArray.CreateBuilder<DroppedDocument>(), ImmutableArray.CreateBuilder<Problem>());
        foreach (var entry in entries)
        {
            var name = HandedInFile.Normal(entry.Name);
            if (BytesOf(entry) is not { } bytes)
            {
                problems.Add(HandInService.TooLarge with { Place = new(name) });
                continue;
            }

            var file = new DroppedDocument(name, bytes);
            if (DocumentSniffer.Find(file).Kind is DocumentKind.Archive)
            {
                problems.Add(new(nameof(ProblemTexts.ArchiveInArchive), new(name)));
            }
            else
            {
                files.Add(file);
            }
        }

        return (files.ToImmutable(), problems.ToImmutable());
    }

    private static bool IsOfSystems(string name) =>
        name.StartsWith("__MACOSX/", StringComparison.Ordinal)
        || Path.GetFileName(name) is ['.', ..] or ['~', '$', ..] or "Thumbs.db" or "desktop.ini";

    /// <returns>Null of a larger one than is taken, which is not read to its end.</returns>
    private static byte[]? BytesOf(ZipArchiveEntry entry)
    {
        using var content = entry.Open();
        using var bytes = new MemoryStream();
        var buffer = new byte[81_920];
        for (int read; (read = content.Read(buffer)) > 0;)
        {
            if (bytes.Length + read > HandInService.MostBytes)
            {
                return null;
            }

            bytes.Write(buffer, 0, read);
        }

        return bytes.ToArray();
    }
}
