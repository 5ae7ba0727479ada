using System.Globalization;
using Dissemination.Translation;
using Dissemination.Translation.Checks;
using Dissemination.Translation.Segments;

namespace Dissemination.Web.Api;

/// <summary>What a check found in a translation.</summary>
internal sealed record FindingAnswer
{
    /// <summary>What names it when it is dismissed.</summary>
    public required string Key { get; init; }

    public required string Code { get; init; }

    public required Severity Severity { get; init; }

    public required TextPart Part { get; init; }

    public required int Offset { get; init; }

    public required int Length { get; init; }

    /// <summary>The reason in the reader's language.</summary>
    public required string Text { get; init; }

    /// <summary>Why it is no mistake, where somebody said so.</summary>
    public required Dismissal? Dismissed { get; init; }

    public static FindingAnswer Of(Finding finding, TranslatedVersion translation) => new()
    {
        Key = finding.Key,
        Code = finding.Code,
        Severity = finding.Severity,
        Part = finding.Part,
        Offset = finding.Offset,
        Length = finding.Length,
        Text = finding.Text(CultureInfo.CurrentUICulture),
        Dismissed = translation.Dismissals.FirstOrDefault(dismissal => dismissal.Finding == finding.Key),
    };
}
