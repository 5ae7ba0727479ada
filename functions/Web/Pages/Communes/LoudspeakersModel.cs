using System.Collections.Immutable;
using System.Globalization;
using Dissemination.Content;
using Dissemination.Deliveries.HandTasks;
using Dissemination.Directory;
using Dissemination.Web.Pages.Frame;

namespace Dissemination.Web.Pages.Communes;

/// <summary>What a commune's loudspeakers are to air on a day, in its order, to play and to print.</summary>
public sealed class LoudspeakersModel : PageModel
{
    internal const string Path = $"{HandTaskQuery.Path}/loudspeakers";

    /// <summary>More than a day has room for.</summary>
    internal const int MostScripts = 12;

    /// <summary>So many places of one text are seen at once.</summary>
    internal const int MostPlaces = 4;

    private readonly IReadOnlyList<LoudspeakerScript> _scripts;

    internal LoudspeakersModel(
        PageFrame frame, DirectorySnapshot directory, Commune? commune, IReadOnlyList<LoudspeakerScript> scripts)
        : base(frame) => (Directory, Commune, _scripts) = (directory, commune, scripts);

    internal DirectorySnapshot Directory { get; }

    /// <summary>Null where the reader has none and has not chosen one.</summary>
    internal Commune? Commune { get; }

    internal HandTaskQuery Query { get; init; } = new(Commune: null);

    internal DateOnly Day { get; init; }

    /// <summary>In the order of the day.</summary>
    internal ImmutableArray<Airing> Airings { get; init; } = [];

    /// <summary>What was typed of which tasks in a form that was not done.</summary>
    internal (IReadOnlyList<DeliveryId> Tasks, ProofForm Form)? Typed { get; init; }

    internal bool MayChoose => Frame.Person?.Is(Role.Staff) == true;

    /// <summary>What was typed of a text; null where nothing was, or it was done.</summary>
    internal ProofForm? TypedOf(LoudspeakerScript script) =>
        Typed is var (tasks, form) && script.Places.Any(place => tasks.Contains(place.Delivery)) ? form : null;

    /// <summary>Whether a text stands unfolded: what is aired next, or one of which something is typed.</summary>
    internal bool IsOpen(int at, LoudspeakerScript script) => at == 0 || TypedOf(script) is not null;

    /// <summary>Whether its words stand unfolded too: those of what is aired next, where somebody has to read them.</summary>
    internal static bool ShowsWords(int at, LoudspeakerScript script) => at == 0 && script.Task.Voice is null;

    internal LoudspeakerScript ScriptOf(Airing airing) => _scripts[airing.What];

    /// <summary>When it is aired, in words.</summary>
    internal string WhenOf(Airing airing) => (ScriptOf(airing), airing) switch
    {
        ({ Level: AiringLevel.Urgent }, _) => Texts.AiringAtOnce,
        (var script, { From: { } from }) => $"{TimeOf(from)}–{TimeOf(from.Add(Whole(script.Length)))}",
        _ => Commune?.AiringHours is [] ? Texts.AiringAnyTime : Texts.AiringNoRoom,
    };

    /// <summary>Of a recording to the second, of words to be read about to the minute.</summary>
    internal static string LengthOf(LoudspeakerScript script) => script.Task.Voice is { } voice
        ? voice.Length.ToString(@"m\:ss", CultureInfo.CurrentCulture)
        : TextFormat.Fill(Texts.LoudspeakerMinutes, LocalTime.Number((long)script.Length.TotalMinutes));

    /// <summary>How many clusters its loudspeakers have, where that is known and the same of all.</summary>
    internal int? ClustersOf(LoudspeakerScript script) =>
        script.Places.Select(place => Directory.Find(place.Delivery.Destination)?.Clusters).Distinct().ToList() is [var same] ? same : null;

    private static string TimeOf(TimeOnly time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);

    private static TimeSpan Whole(TimeSpan length) => TimeSpan.FromMinutes(Math.Ceiling(length.TotalMinutes));
}
