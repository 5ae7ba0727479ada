using System.Security.Cryptography;
using System.Text;
using Dissemination.Directory;
using Dissemination.Directory.Changes;
using Dissemination.Storage;

namespace Dissemination.Intake;

/// <summary>The directory as it is, the files that lie in its container, and what they would make of it.</summary>
internal sealed record DirectoryChange(BlobVersion<AcceptedDirectory> Version, DroppedDirectory Dropped, DirectorySnapshot Wanted)
{
    public DirectorySnapshot Current => Version.Value.Snapshot;

    public DirectoryDifference Difference { get; } = DirectoryDifference.Between(Version.Value.Snapshot, Wanted);

    /// <summary>What people have said of this very change; null where nobody has yet.</summary>
    public ProposalNote? Note { get; init; }

    public bool NeedsSecond => DirectoryDuties.NeedsSecond(Current, Difference);

    /// <summary>Stands for these files over this directory: another file or another directory is another change.</summary>
    public string Subject => Hash($"{Dropped.Sources}\n{Version.Value.Hash}");

    /// <summary>What a person names who says yes or no to the change as he or she has seen it.</summary>
    public string ETag => $"\"{Hash($"{Subject}\n{Note?.ProposedBy}")}\"";

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 12));
}
