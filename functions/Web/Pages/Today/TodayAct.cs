using System.Collections.Immutable;
using Dissemination.Content;
using Dissemination.Deliveries.Waiting;

namespace Dissemination.Web.Pages.Today;

/// <summary>One thing to do: with a translation or its recording, with what waits of one language version, or with a meeting.</summary>
/// <param name="Subject">The item or the meeting; what has the same one stands together.</param>
/// <param name="Address">Where it is done.</param>
internal sealed record TodayAct(TodayKind Kind, string Subject, string Headline, string Address)
{
    /// <summary>Since when it waits.</summary>
    public required DateTimeOffset Since { get; init; }

    /// <summary>Until when somebody asked for it.</summary>
    public DateTimeOffset? DueAt { get; init; }

    public bool IsLate { get; init; }

    /// <summary>Whether loudspeakers are to air it at once.</summary>
    public bool IsUrgent { get; init; }

    /// <summary>Whether the reader, or anybody of the commune, was asked by name.</summary>
    public bool IsAsked { get; init; }

    /// <summary>The language version or the commune's own variant; null for a meeting.</summary>
    public TextId? Text { get; init; }

    public bool IsSlogan { get; init; }

    public bool IsReturned { get; init; }

    /// <summary>How long a recording is.</summary>
    public TimeSpan Length { get; init; }

    public int Segments { get; init; }

    public int OpenSegments { get; init; }

    /// <summary>How many posts or hand tasks it is, by channel.</summary>
    public ImmutableArray<WaitingCount> Places { get; init; } = [];

    /// <summary>How many of them are late.</summary>
    public int Late { get; init; }

    /// <summary>How many of them are late soon.</summary>
    public int Soon { get; init; }

    /// <summary>How many things that are: a post or a hand task each, else one.</summary>
    public int Number => Places.IsEmpty ? 1 : Places.Sum(count => count.Number);
}
