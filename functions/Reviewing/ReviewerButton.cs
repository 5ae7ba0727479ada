using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;
using Dissemination.Translation;

namespace Dissemination.Reviewing;

/// <summary>What a button says to the program when it is pressed.</summary>
/// <param name="Code">Stands for the translation.</param>
/// <param name="Stamp">The state of the translation that the button was made for: any other makes it stale.</param>
internal sealed partial record ReviewerButton(bool Approves, string Code, string Stamp)
{
    public static ReviewerButton Approve(TranslatedVersion translation) =>
        new(Approves: true, ReviewStamp.CodeOf(translation.TextId), ReviewStamp.Of(translation));

    public static ReviewerButton Return(TranslatedVersion translation) => Approve(translation) with { Approves = false };

    /// <summary>What travels: Telegram takes 64 bytes.</summary>
    public override string ToString() => $"{(Approves ? "approve" : "return")}:{Code}:{Stamp}";

    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out ReviewerButton? button)
    {
        var match = Form().Match(text ?? "");
        button = match.Success
            ? new(match.Groups["verb"].Value is "approve", match.Groups["code"].Value, match.Groups["stamp"].Value)
            : null;
        return match.Success;
    }

    [GeneratedRegex(
        "^(?<verb>approve|return):(?<code>[0-9a-f]{16}):(?<stamp>[0-9a-f]{16})$",
        RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Form();
}
