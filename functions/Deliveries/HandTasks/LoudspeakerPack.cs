using System.Globalization;
using System.IO.Compression;
using System.Text;
using Dissemination.Content;
using Dissemination.Deliveries.Waiting;
using Dissemination.Directory;
using Dissemination.Translation.Recordings;

namespace Dissemination.Deliveries.HandTasks;

/// <summary>
/// What a commune's loudspeakers have to play, for a station without a network: of each open task the script, and the recording where there
/// is one, by language and in the order of the list; and the list.
/// </summary>
internal sealed class LoudspeakerPack(WaitingReader waiting, HandTaskPosts posts, VoiceFiles files)
{
    /// <summary>So many are more than a day of a station.</summary>
    private const int Most = 60;

    /// <summary>Writes it as a zip. Two transactions for the list, and for each task as many as its page takes and one.</summary>
    public async Task WriteAsync(Stream zip, Commune commune, LanguageTag? language, CancellationToken cancellationToken)
    {
        await using var archive = await ZipArchive.CreateAsync(
            zip, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8, cancellationToken);
        StringBuilder list = new();
        list.AppendLine(CultureInfo.InvariantCulture, $"{commune.Name}");
        var number = 0;
        foreach (var id in await TasksAsync(commune.Id, language, cancellationToken))
        {
            if (await posts.FindAsync(id, cancellationToken) is not { Rendered.Parts.IsEmpty: false } task)
            {
                continue;
            }

            var name = string.Create(CultureInfo.InvariantCulture, $"{id.Version.Language}/{++number:D2}-{id.Version.Item}");
            var sound = task.Voice is { } voice ? await files.FindAsync(voice.File, cancellationToken) : null;
            await AddAsync(archive, $"{name}.txt", Encoding.UTF8.GetBytes(task.Rendered.Text), cancellationToken);
            if (sound is { } bytes)
            {
                await AddAsync(archive, $"{name}.mp3", bytes, cancellationToken);
            }

            var kind = sound is null ? "   " : "mp3";
            list.AppendLine(CultureInfo.InvariantCulture, $"{number:D2}  {id.Version.Language}  {kind}  {task.Version.Item.Headline}");
        }

        await AddAsync(archive, "danh-sach.txt", Encoding.UTF8.GetBytes(list.ToString()), cancellationToken);
    }

    /// <summary>One for each text, however many loudspeakers of the commune play it.</summary>
    private async Task<List<DeliveryId>> TasksAsync(CommuneId commune, LanguageTag? language, CancellationToken cancellationToken)
    {
        var open = await waiting.CountHandTasksAsync(commune, cancellationToken);
        var tasks = await waiting.HandTasksAsync(commune, open, new(null, ChannelKind.Loudspeaker), continuation: null, cancellationToken);
        return
        [
            .. tasks.Rows
                .Select(row => row.Value)
                .Where(entry => entry.Action is not DeliveryAction.Remove
                    && (language is null || entry.Delivery.Version.Language == language))
                .Select(entry => entry.Delivery)
                .DistinctBy(delivery => delivery.Version)
                .Take(Most),
        ];
    }

    private static async Task AddAsync(
        ZipArchive archive, string name, ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        // Voices are compressed already.
        var isSound = name.EndsWith(".mp3", StringComparison.Ordinal);
        var entry = archive.CreateEntry(name, isSound ? CompressionLevel.NoCompression : CompressionLevel.Optimal);
        await using var stream = await entry.OpenAsync(cancellationToken);
        await stream.WriteAsync(content, cancellationToken);
    }
}
