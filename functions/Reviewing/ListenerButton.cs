using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Dissemination.Content;
using Dissemination.Storage;
using Dissemination.Translation.Recordings;

namespace Dissemination.Reviewing;

/// <summary>What a button below a recording says to the program when it is pressed.</summary>
/// <param name="Cause">Why it is returned; null approves it.</param>
/// <param name="Code">Stands for the recording.</param>
/// <param name="Stamp">The state of the recording that the button was made for: any other makes it stale.</param>
internal sealed partial record ListenerButton(ListenerCause? Cause, string Code, string Stamp)
{
    public static ListenerButton Of(Recording recording, ListenerCause? cause) => new(cause, CodeOf(recording.Text), StampOf(recording));

    public static string CodeOf(TextId text) => Hash($"voice {text}");

    /// <summary>Another as soon as the recording is another, or no longer waits.</summary>
    public static string StampOf(Recording recording) => Hash(string.Create(
        CultureInfo.InvariantCulture,
        $"{recording.Text} {recording.State} {recording.ChangedAt.UtcTicks} {string.Join(' ', recording.Files)}"));

    /// <summary>What travels: Telegram takes 64 bytes.</summary>
    public override string ToString() => $"voice:{(Cause is { } cause ? EnumNames.Of(cause) : "approve")}:{Code}:{Stamp}";

    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out ListenerButton? button)
    {
        var match = Form().Match(text ?? "");
        var verb = match.Groups["verb"].Value;
        var cause = verb is "approve" ? null : EnumNames.Find<ListenerCause>(verb);
        button = match.Success && (verb is "approve" || cause is not null)
            ? new(cause, match.Groups["code"].Value, match.Groups["stamp"].Value)
            : null;
        return button is not null;
    }

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 8));

    [GeneratedRegex(
        "^voice:(?<verb>[a-z]{1,16}):(?<code>[0-9a-f]{16}):(?<stamp>[0-9a-f]{16})$",
        RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Form();
}
