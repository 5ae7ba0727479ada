using Dissemination.Content;
using Dissemination.Directory;
using Dissemination.Storage;

namespace Dissemination.Translation.Memory;

/// <summary>Where segments of the memory come from: an approved version, or a file.</summary>
internal sealed record MemoryOrigin(LanguageTag Language, VersionId? Version, MemoryFile? File)
{
    public string Id => File?.Id ?? Version!.Value.ToString();

    public string ManifestKey => File is null ? KeysOfMemory.MemoryManifest(Id) : KeysOfMemory.MemoryFile(Id);
}
