using Dissemination.Deliveries.Waiting;
using Dissemination.Directory;

namespace Dissemination.Deliveries.HandTasks;

/// <summary>What a commune's loudspeakers have to air: each text once, the most urgent first and of these the oldest.</summary>
internal sealed class LoudspeakerScripts(WaitingReader waiting, HandTaskPosts posts)
{
    /// <summary>So many pages of the list are looked through: what is urgent came last, and must not be cut off with the rest.</summary>
    private const int MostPages = 5;

    /// <summary>A transaction and up to three for each page of the list, and for each text as many as its hand task takes.</summary>
    /// <param name="language">Null is all.</param>
    /// <param name="most">How many texts.</param>
    public async Task<IReadOnlyList<LoudspeakerScript>> OfAsync(
        CommuneId commune, LanguageTag? language, int most, CancellationToken cancellationToken)
    {
        List<LoudspeakerScript> scripts = [];
        foreach (var text in Texts(await OpenAsync(commune, cancellationToken), language).Take(most))
        {
            if (await posts.FindAsync(text[0].Delivery, cancellationToken) is { Rendered.Parts.IsEmpty: false } task)
            {
                scripts.Add(new(task, text));
            }
        }

        return scripts;
    }

    private static IEnumerable<IReadOnlyList<WorklistEntry>> Texts(IEnumerable<WorklistEntry> open, LanguageTag? language) =>
        from task in open
        where task.Action is not DeliveryAction.Remove && (language is null || task.Delivery.Version.Language == language)
        group task by (task.Delivery.Version, task.Delivery.Destination.Commune, task.Action) into text
        orderby text.Max(task => task.Airing) descending, text.Min(task => task.Since)
        select (IReadOnlyList<WorklistEntry>)[.. text];

    private async Task<List<WorklistEntry>> OpenAsync(CommuneId commune, CancellationToken cancellationToken)
    {
        var counted = await waiting.CountHandTasksAsync(commune, cancellationToken);
        List<WorklistEntry> open = [];
        string? next = null;
        for (var page = 0; page == 0 || (next is not null && page < MostPages); page++)
        {
            var read = await waiting.HandTasksAsync(commune, counted, new(Version: null, ChannelKind.Loudspeaker), next, cancellationToken);
            open.AddRange(read.Rows.Select(row => row.Value));
            next = read.Next;
        }

        return open;
    }
}
