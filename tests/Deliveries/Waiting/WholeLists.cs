using Dissemination.Deliveries;
using Dissemination.Deliveries.Waiting;
using Dissemination.Directory;
using Dissemination.Storage;

namespace Dissemination.Tests.Deliveries.Waiting;

/// <summary>The lists page by page to their end.</summary>
internal static class WholeLists
{
    public static Task<IReadOnlyList<WorklistEntry>> AllHandTasksAsync(this WaitingReader lists, string commune) =>
        AllAsync(next => lists.HandTasksAsync(new CommuneId(commune), next, CancellationToken.None));

    public static Task<IReadOnlyList<WorklistEntry>> AllHeldAsync(this WaitingReader lists, string commune) =>
        AllAsync(next => lists.HeldAsync(new CommuneId(commune), next, CancellationToken.None));

    public static async Task<IReadOnlyList<WorklistEntry>> AllAsync(Func<string?, Task<Page<WorklistEntry>>> read)
    {
        List<WorklistEntry> all = [];
        string? next = null;
        do
        {
            var page = await read(next);
            all.AddRange(page.Rows.Select(row => row.Value));
            next = page.Next;
        }
        while (next is not null);

        return all;
    }
}
