using System.ComponentModel.DataAnnotations;
using Dissemination.Directory;

namespace Dissemination.Reach.Summary;

/// <summary>
/// Settings under <c>OnTime</c>: how long a commune has, from the approval or the time that the item is to be published at.
/// </summary>
internal sealed class OnTimeOptions
{
    public const string Section = "OnTime";

    /// <summary>For Vietnamese; a year at most.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "366.00:00:00", MinimumIsExclusive = true)]
    public TimeSpan Original { get; set; } = TimeSpan.FromDays(1);

    /// <summary>For every other language, which is translated and reviewed first; a year at most.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "366.00:00:00", MinimumIsExclusive = true)]
    public TimeSpan Translated { get; set; } = TimeSpan.FromDays(3);

    /// <summary>Until when a language has to be there.</summary>
    public DateTimeOffset Until(DateTimeOffset start, LanguageTag language) =>
        start + (language.IsVietnamese ? Original : Translated);
}
