using Dissemination.Directory;

namespace Dissemination.Web.Pages.Frame;

/// <summary>The one stylesheet, and the scripts: each does what can be done by hand where no script runs.</summary>
internal static class OwnFiles
{
    public static OwnFile Style { get; } = new(
        "style.css",
        "text/css; charset=utf-8",
        style => LanguageStyles.Of(Languages.All) + style.Replace(".woff2\"", $".woff2?v={WebFont.Version}\"", StringComparison.Ordinal));

    public static OwnFile CopyScript { get; } = new("copy.js", "text/javascript; charset=utf-8");

    public static OwnFile FollowScript { get; } = new("follow.js", "text/javascript; charset=utf-8");

    /// <summary>Records a voice.</summary>
    public static OwnFile RecordScript { get; } = new("record.js", "text/javascript; charset=utf-8");

    /// <summary>The part of it that hears the microphone.</summary>
    public static OwnFile RecordWorklet { get; } = new("record-worklet.js", "text/javascript; charset=utf-8");

    /// <summary>Plays what was read sentence by sentence as a whole.</summary>
    public static OwnFile ListenScript { get; } = new("listen.js", "text/javascript; charset=utf-8");

    /// <summary>Makes MP3 of a voice: LAME as wasm-media-encoders builds it, and what calls it.</summary>
    public static OwnFile Mp3Script { get; } = new("mp3.js", "text/javascript; charset=utf-8");

    public static OwnFile Mp3Encoder { get; } = new("mp3.wasm", "application/wasm");

    /// <summary>Keeps the form of what is pasted.</summary>
    public static OwnFile PasteScript { get; } = new("paste.js", "text/javascript; charset=utf-8");

    /// <summary>Opens the form of an entry that is drawn to another day.</summary>
    public static OwnFile CalendarScript { get; } = new("calendar.js", "text/javascript; charset=utf-8");

    /// <summary>The keyboard on the screen, and what is put into a field with a tap.</summary>
    public static OwnFile KeyboardScript { get; } = new("keyboard.js", "text/javascript; charset=utf-8");

    /// <summary>Saves a draft while it is written.</summary>
    public static OwnFile DraftScript { get; } = new("draft.js", "text/javascript; charset=utf-8");

    /// <summary>Hands a hand task to another app of the phone.</summary>
    public static OwnFile ShareScript { get; } = new("share.js", "text/javascript; charset=utf-8");

    /// <summary>Makes a photograph small before it is sent.</summary>
    public static OwnFile PhotographScript { get; } = new("photograph.js", "text/javascript; charset=utf-8");

    /// <summary>What the browser of somebody who is signed in has of the program itself; a communicator's phone has more.</summary>
    public static OwnFile AppScript { get; } = new("app.js", "text/javascript; charset=utf-8");

    public static OwnFile Manifest { get; } = new("app.webmanifest", "application/manifest+json; charset=utf-8");

    private static readonly OwnFile[] AppIcons = [new("app-192.png", "image/png"), new("app-512.png", "image/png")];

    /// <summary>The service worker, with the files that it keeps; another version of one of them makes another worker.</summary>
    private static readonly OwnFile Worker = new("worker.js", "text/javascript; charset=utf-8", Completed)
    {
        Policy = "default-src 'none'; connect-src 'self'; frame-ancestors 'none'",
    };

    public static void MapOwnFiles(this IEndpointRouteBuilder endpoints)
    {
        ShareScript.Map(endpoints);
        PhotographScript.Map(endpoints);
        AppScript.Map(endpoints);
        Manifest.Map(endpoints);
        Worker.Map(endpoints);
        foreach (var icon in AppIcons)
        {
            icon.Map(endpoints);
        }

        Style.Map(endpoints);
        CopyScript.Map(endpoints);
        FollowScript.Map(endpoints);
        DraftScript.Map(endpoints);
        RecordScript.Map(endpoints);
        ListenScript.Map(endpoints);
        RecordWorklet.Map(endpoints);
        Mp3Script.Map(endpoints);
        Mp3Encoder.Map(endpoints);
        PasteScript.Map(endpoints);
        CalendarScript.Map(endpoints);
        KeyboardScript.Map(endpoints);
    }

    private static string Completed(string worker)
    {
        string[] kept = [OfflineModel.Path, Style.Address, AppScript.Address, .. WebFont.OfPages];
        return worker
            .Replace("VERSION", typeof(OwnFiles).Assembly.ManifestModule.ModuleVersionId.ToString("N"), StringComparison.Ordinal)
            .Replace("FILES", string.Join(", ", kept.Select(file => $"'{file}'")), StringComparison.Ordinal);
    }
}
