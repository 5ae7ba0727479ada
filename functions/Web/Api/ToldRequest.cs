using Dissemination.Content;
using Dissemination.Directory;
using Dissemination.Problems;
using Dissemination.Reach.Meetings;

namespace Dissemination.Web.Api;

/// <summary>What is told of a commune on a day: a meeting, or how many opinions were gathered; one of the two.</summary>
internal sealed record ToldRequest
{
    /// <summary>A communicator who names none means the own one.</summary>
    public CommuneId? Commune { get; init; }

    public required DateOnly Day { get; init; }

    public MeetingRequest? Meeting { get; init; }

    public OpinionCount? Opinions { get; init; }

    public IReadOnlyList<ItemId>? Items { get; init; }

    /// <summary>It is another than the one of the same commune, time, kind and place.</summary>
    public bool IsAnother { get; init; }

    /// <summary>Why something is corrected; needed for a correction.</summary>
    public string? Reason { get; init; }

    public Parsed<ToldInput> Read(Person by)
    {
        if ((Commune ?? by.Commune) is not { } commune)
        {
            return Bad(nameof(ProblemTexts.MeetingCommuneMissing), ToldField.Commune);
        }

        return Meeting is null == Opinions is null
            ? Bad(nameof(ProblemTexts.MeetingOrOpinions), ToldField.Kind)
            : Parsed<ToldInput>.Of(new(
                new()
                {
                    Commune = commune,
                    Day = Day,
                    Meeting = Meeting?.Read(),
                    Opinions = Opinions,
                    Items = [.. (Items ?? []).Distinct()],
                },
                field => new(field))
            {
                IsAnother = IsAnother,
                Reason = Reason ?? "",
            });
    }

    private static Parsed<ToldInput> Bad(string code, string field) => Parsed<ToldInput>.Bad([new(code, new(field))]);
}
