namespace Dissemination.Web.Pages.Campaign;

/// <summary>What a cell of a table of the campaign says.</summary>
/// <param name="Text">As people read it.</param>
/// <param name="Number">The figure, for files; null where it is none.</param>
/// <param name="Href">Where it leads.</param>
/// <param name="Tone">How good it is, for the eye alone: the words say it too.</param>
internal sealed record CampaignValue(string Text, long? Number = null, string? Href = null, string? Tone = null)
{
    /// <summary>The day that it tells; null where it tells none.</summary>
    public DateOnly? Day { get; init; }

    /// <summary>The instant that it tells; null where it tells none.</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>For a file: the figure, the day or the instant itself, and else the words.</summary>
    public object? Cell => Number ?? Day ?? At ?? (object)Text;

    public static CampaignValue Of(DateOnly day) => new(LocalTime.Text(day)) { Day = day };

    public static CampaignValue Of(DateTimeOffset at) => new(LocalTime.Text(at)) { At = at };

    public static CampaignValue Of(long number) => new(LocalTime.Number(number), number);

    /// <summary>How long something took: in words, and for a file in minutes.</summary>
    public static CampaignValue Of(TimeSpan span) => new(CampaignLabels.Span(span), (long)span.TotalMinutes);

    /// <summary>A figure that may not have been measured.</summary>
    public static CampaignValue Measured(long? number) => number is { } known ? Of(known) : new(Texts.NotMeasured);
}
