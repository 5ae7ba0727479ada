using Dissemination.Content;
using Dissemination.Directory;
using Dissemination.Storage;

namespace Dissemination.Intake;

/// <summary>
/// Takes anew what still waits for a file that is there. It is mostly taken when that file comes; whoever did so may have been cut off, as
/// often as the host tries.
/// </summary>
internal sealed class WaitingHandIns(
    HandInStore handIns, ReferenceStore references, DirectoryStore directory, ContentIntake content, ILogger<WaitingHandIns> logger)
{
    /// <summary>One transaction where nothing waits, and one more for each file that is waited for.</summary>
    public async Task RetakeAsync(CancellationToken cancellationToken)
    {
        foreach (var file in await handIns.WaitedForAsync(cancellationToken))
        {
            try
            {
                if (await IsThereAsync(file, cancellationToken))
                {
                    await content.RetakeAsync(file, cancellationToken);
                }
            }
            catch (Exception e) when (!cancellationToken.IsCancellationRequested && !StorageFailure.IsAway(e))
            {
                Log.ComingUnknown(logger, e, file);
            }
        }
    }

    private async Task<bool> IsThereAsync(string file, CancellationToken cancellationToken)
    {
        if (DirectoryFiles.All.Contains(file, StringComparer.Ordinal))
        {
            return !(await directory.FreshAsync(cancellationToken)).Communes.IsEmpty;
        }

        return HandedInFile.KindOf(file) is FileKind.Resolution
            ? await references.ResolutionsAsync(cancellationToken)
                .AnyAsync(resolution => HandedInFile.ResolutionFile(resolution.Id) == file, cancellationToken)
            : await references.PictureAsync(file, cancellationToken) is not null;
    }
}
