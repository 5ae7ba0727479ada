using System.Collections.Immutable;
using System.Globalization;
using Dissemination.Content;
using Dissemination.Directory;
using Dissemination.Notices;
using Dissemination.Problems;
using Dissemination.Publishing;
using Dissemination.Reports;
using Dissemination.Storage;
using Dissemination.Translation;

namespace Dissemination.Web.Api;

/// <summary>A problem as the API tells it.</summary>
internal sealed record ProblemAnswer(string Code, string? File, int? Line, string? Field, string Text)
{
    public static ProblemAnswer Of(Problem problem) =>
        new(problem.Code, problem.Place?.File, problem.Place?.Line, problem.Place?.Field, problem.Text(CultureInfo.CurrentUICulture));
}

/// <summary>A file was handed in; what becomes of it is told at <paramref name="Url"/>.</summary>
internal sealed record HandedInAnswer(string Id, string File, string Url);

/// <summary>What became of a handed-in file.</summary>
internal sealed record HandInAnswer(
    string Id,
    string Container,
    string File,
    DateTimeOffset At,
    HandInState State,
    string? By,
    ImmutableArray<ItemId> Items,
    int Changed,
    ImmutableArray<string> WaitsFor,
    IReadOnlyList<ProblemAnswer> Problems,
    IReadOnlyList<ProblemAnswer> Warnings)
{
    public static HandInAnswer Of(HandIn handIn) => new(
        handIn.Id.Value,
        handIn.Container,
        handIn.File,
        handIn.At,
        handIn.State,
        handIn.By,
        handIn.Items,
        handIn.Changed,
        handIn.WaitsFor,
        [.. handIn.Problems.Select(ProblemAnswer.Of)],
        [.. handIn.Warnings.Select(ProblemAnswer.Of)]);
}

/// <summary>An item and how it stands.</summary>
internal sealed record ItemAnswer(
    ItemId Id,
    int Revision,
    ItemKind Kind,
    ItemState State,
    string Headline,
    bool Sample,
    string SourceFile,
    DateTimeOffset AcceptedAt,
    DateTimeOffset? PublishAt,
    DateTimeOffset? ExpiresAt,
    Approval? Approval,
    Withdrawal? Withdrawal)
{
    public static ItemAnswer Of(Item item) => new(
        item.Id,
        item.Revision,
        item.Kind,
        item.State,
        item.Headline,
        item.Sample,
        item.SourceFile,
        item.AcceptedAt,
        item.PublishAt,
        item.ExpiresAt,
        item.Approval,
        item.Withdrawal);
}

/// <summary>An item with the words of its current revision and its translations.</summary>
internal sealed record ItemDetailAnswer(
    ItemAnswer Item,
    VersionText Text,
    string Issuer,
    string? Speaker,
    string? Resolution,
    ImmutableArray<string> Topics,
    ImmutableArray<CommuneId> Communes,
    string? Picture,
    string? PictureAlt,
    ImmutableArray<ItemPicture> Pictures,
    IReadOnlyList<TranslationStandingAnswer> Translations);

internal sealed record TranslationStandingAnswer(VersionId Version, LanguageTag Language, TranslationState State, bool Sample);

/// <summary>A delivery and what became of it.</summary>
internal sealed record DeliveryAnswer(
    DeliveryId Id,
    ItemId Item,
    int Revision,
    LanguageTag Language,
    CommuneId Commune,
    string Destination,
    ChannelKind Channel,
    DeliveryAction Action,
    DeliveryId? Target,
    string Lane,
    DeliveryState State,
    bool ByHand,
    ProblemAnswer? Reason,
    FailureClass? Failure,
    int Attempts,
    DateTimeOffset PlannedAt,
    DateTimeOffset? RetryAt,
    DateTimeOffset? EndedAt,
    string? Reference,
    PersonId? ConfirmedBy,
    int? Attendance,
    string Link)
{
    public static DeliveryAnswer Of(Delivery delivery) => new(
        delivery.Id,
        delivery.Id.Version.Item,
        delivery.Id.Version.Revision,
        delivery.Id.Version.Language,
        delivery.Id.Destination.Commune,
        delivery.Id.Destination.Name,
        delivery.Channel,
        delivery.Action,
        delivery.Target,
        delivery.Lane,
        delivery.State,
        delivery.IsByHand,
        delivery.Reason is { } reason ? ProblemAnswer.Of(reason) : null,
        delivery.Failure,
        delivery.Attempts,
        delivery.PlannedAt,
        delivery.RetryAt,
        delivery.EndedAt,
        delivery.Reference,
        delivery.ConfirmedBy,
        delivery.Attendance,
        $"/s/{delivery.Link}");
}

/// <summary>A delivery that waits for a person.</summary>
internal sealed record WorklistAnswer(
    DeliveryId Delivery,
    ChannelKind Channel,
    string Destination,
    string Headline,
    DeliveryAction Action,
    DeliveryState State,
    ProblemAnswer? Reason,
    FailureClass? Failure,
    DateTimeOffset Since)
{
    public static WorklistAnswer Of(WorklistEntry entry) => new(
        entry.Delivery,
        entry.Channel,
        entry.DestinationName,
        entry.Headline,
        entry.Action,
        entry.State,
        entry.Reason is { } reason ? ProblemAnswer.Of(reason) : null,
        entry.State is DeliveryState.Failed or DeliveryState.Uncertain ? entry.FailureClass : null,
        entry.Since);
}

/// <summary>A hand task that was confirmed lately.</summary>
internal sealed record ConfirmedTaskAnswer(DeliveryId Delivery, ChannelKind Channel, string Destination, string Headline, DeliveryAction Action, DateTimeOffset At, PersonId By, int? Attendance)
{
    public static ConfirmedTaskAnswer Of(ConfirmedTask task) =>
        new(task.Task.Delivery, task.Task.Channel, task.Task.DestinationName, task.Task.Headline, task.Task.Action, task.At, task.By, task.Attendance);
}

/// <summary>What an act on one of many deliveries came to.</summary>
/// <param name="State">How the delivery stands now; null where there is none.</param>
internal sealed record ActAnswer(string Id, bool Done, DeliveryState? State, ProblemAnswer? Problem)
{
    public static ActAnswer Of(DeskOutcome outcome) =>
        new(outcome.Id.ToString(), outcome.IsDone, outcome.Row?.Value.State, outcome.Problem is { } problem ? ProblemAnswer.Of(problem) : null);
}

/// <summary>Something that people should look at.</summary>
internal sealed record NoticeAnswer(string Kind, string Id, string Subject, string? Commune, DateTimeOffset At, ProblemAnswer Problem, bool CanBeRetried)
{
    public static NoticeAnswer Of(Notice notice) =>
        new(notice.Kind, NoticeBoard.KeyOf(notice.Subject), notice.Subject, notice.Commune, notice.At, ProblemAnswer.Of(notice.Problem), notice.CanBeRetried);
}

/// <summary>How far an item reached. Null is "not measured"; nothing here is a sum of reach.</summary>
internal sealed record ReachAnswer(
    ItemId Item,
    int Revision,
    DateTimeOffset At,
    int Communes,
    int CommunesReached,
    int CommunesMeasured,
    int Deliveries,
    int Delivered,
    int HandTasksOpen,
    int Troubled,
    long? LinkOpens,
    long? Attendance,
    RemovalFigures Removals,
    IReadOnlyList<ReachLineAnswer> Lines)
{
    public static ReachAnswer Of(ItemReport report) => new(
        report.Item.Id,
        report.Item.Revision,
        report.At,
        report.Communes,
        report.CommunesReached,
        report.CommunesMeasured,
        report.Deliveries,
        report.Delivered,
        report.HandTasksOpen,
        report.Troubled,
        report.LinkOpens,
        report.Attendance,
        report.Removals,
        [.. report.Lines.Select(ReachLineAnswer.Of)]);
}

/// <summary>One language in one commune.</summary>
internal sealed record ReachLineAnswer(
    CommuneId Commune,
    LanguageTag Language,
    LineStanding Standing,
    int Deliveries,
    int Delivered,
    int HandTasksOpen,
    int Troubled,
    long? LinkOpens,
    long? MedianAudience,
    long? Attendance,
    DateTimeOffset? FirstDelivered,
    DateTimeOffset? MeasuredAt)
{
    public static ReachLineAnswer Of(ReportLine line) => new(
        line.Commune.Id,
        line.Language,
        line.Standing,
        line.Deliveries,
        line.Delivered,
        line.HandTasksOpen,
        line.Troubled,
        line.LinkOpens,
        line.MedianAudience,
        line.Attendance,
        line.FirstDelivered,
        line.MeasuredAt);
}
