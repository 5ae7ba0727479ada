using Dissemination.Content;
using Dissemination.Directory;

namespace Dissemination.Web.Api;

/// <summary>An item and how it stands.</summary>
internal sealed record ItemAnswer
{
    public required ItemId Id { get; init; }

    public required int Revision { get; init; }

    public required ItemKind Kind { get; init; }

    public required ItemState State { get; init; }

    public required string Headline { get; init; }

    public required bool Sample { get; init; }

    public required string SourceFile { get; init; }

    public required DateTimeOffset AcceptedAt { get; init; }

    public required DateTimeOffset? PublishAt { get; init; }

    public required DateTimeOffset? ExpiresAt { get; init; }

    public required ApprovalAnswer? Approval { get; init; }

    public required ApprovalClaimAnswer? Claim { get; init; }

    public required PersonId? HandedInBy { get; init; }

    public required Withdrawal? Withdrawal { get; init; }

    public static ItemAnswer Of(Item item) => new()
    {
        Id = item.Id,
        Revision = item.Revision,
        Kind = item.Kind,
        State = item.State,
        Headline = item.Headline,
        Sample = item.Sample,
        SourceFile = item.SourceFile,
        AcceptedAt = item.AcceptedAt,
        PublishAt = item.PublishAt,
        ExpiresAt = item.ExpiresAt,
        Approval = ApprovalAnswer.Of(item.Approval),
        Claim = ApprovalClaimAnswer.Of(item.Claim),
        HandedInBy = item.HandedInBy,
        Withdrawal = item.Withdrawal,
    };
}
