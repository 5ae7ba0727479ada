using System.Globalization;
using System.IO.Compression;
using System.Text;
using Dissemination.Content;
using Dissemination.Directory;
using Dissemination.Translation.Recordings;

namespace Dissemination.Deliveries.HandTasks;

/// <summary>
/// What a commune's loudspeakers have to play, for a station without a network: of each open task the script, and the recording where there
/// is one, by language and numbered in the order of the day; and the list.
/// </summary>
internal sealed class LoudspeakerPack(LoudspeakerScripts scripts, VoiceFiles files, TimeProvider time)
{
    /// <summary>So many are more than a day of a station.</summary>
    private const int Most = 60;

    /// <summary>Writes it as a zip. As many transactions as the scripts take, and for each recording one.</summary>
    public async Task WriteAsync(Stream zip, Commune commune, LanguageTag? language, CancellationToken cancellationToken)
    {
        await using var archive = await ZipArchive.CreateAsync(
            zip, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8, cancellationToken);
        StringBuilder list = new();
        var now = time.GetUtcNow();
        var day = AiringDecisions.DayOf(commune.AiringHours, now);
        list.AppendLine(CultureInfo.InvariantCulture, $"{commune.Name}, {LocalTime.Text(day)}");
        var texts = await scripts.OfAsync(commune.Id, language, Most, cancellationToken);
        var airings = AiringDecisions.Place([.. texts.Select(text => (text.Level, text.Length))], commune.AiringHours, now);
        foreach (var (at, airing) in airings.Index())
        {
            var (text, id) = (texts[airing.What], texts[airing.What].Task.Delivery.Id);
            var name = string.Create(CultureInfo.InvariantCulture, $"{id.Version.Language}/{at + 1:D2}-{id.Version.Item}");
            var sound = text.Task.Voice is { } voice ? await files.FindAsync(voice.File, cancellationToken) : null;
            await AddAsync(archive, $"{name}.txt", Encoding.UTF8.GetBytes(text.Task.Rendered.Text), cancellationToken);
            if (sound is { } bytes)
            {
                await AddAsync(archive, $"{name}.mp3", bytes, cancellationToken);
            }

            list.AppendLine(LineOf(at + 1, airing, text, sound is not null));
        }

        await AddAsync(archive, "danh-sach.txt", Encoding.UTF8.GetBytes(list.ToString()), cancellationToken);
    }

    private static string LineOf(int number, Airing airing, LoudspeakerScript text, bool isRecorded)
    {
        var when = text.Level is AiringLevel.Urgent ? "KHẨN" : airing.From?.ToString("HH:mm", CultureInfo.InvariantCulture) ?? "";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{number:D2}  {when,-5}  {text.Length:mm\\:ss}  {text.Task.Delivery.Id.Version.Language}  {(isRecorded ? "mp3" : "   ")}  {text.Task.Version.Item.Headline}");
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
