using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Dissemination.Directory;
using Dissemination.Problems;
using Microsoft.Extensions.Options;

namespace Dissemination.Channels.Zalo;

/// <summary>What Zalo says of an account and of the groups that it owns.</summary>
internal sealed class ZaloPlaces(ZaloCalls calls, ZaloMeasuring measuring, IOptions<ZaloOptions> options, TimeProvider time)
{
    private const int PageSize = 50;
    private const int MostPages = 10;

    /// <summary>What Zalo tells of an article of the account.</summary>
    public Task<MeasureOutcome> MeasureAsync(
        ZaloAccount account, Destination destination, string article, CancellationToken cancellationToken) =>
        measuring.MeasureAsync(account, destination, article, cancellationToken);

    /// <summary>What keeps posts from arriving and being seen; empty where nothing does.</summary>
    public async Task<ImmutableArray<Problem>> CheckAsync(
        ZaloAccount account, ZaloTarget target, Destination destination, CancellationToken cancellationToken)
    {
        var reply = await AccountAsync(account, cancellationToken);
        if (reply is not ZaloReply.Answered { IsYes: true } answer)
        {
            return [ReasonOf(reply, destination)];
        }

        // Only verified accounts may post; the law asks for it, and Zalo itself for groups and broadcasts.
        ImmutableArray<Problem> problems = answer.Data.TryGetProperty("is_verified", out var verified)
            && verified.ValueKind is JsonValueKind.False
            ? [new(nameof(ProblemTexts.ZaloAccountNotVerified), null, account.Name)]
            : [];
        return target is not ZaloTarget.Group group ? problems : await FindGroupAsync(account, group, cancellationToken) switch
        {
            (null, { } failed) => [.. problems, ReasonOf(failed, destination)],
            (null, _) => [.. problems, new(nameof(ProblemTexts.ZaloGroupNotOwned), null, group.Id, account.Name)],
            ({ } found, _) when ZaloAnswers.Text(found, "status") is { } status && status != "enabled" =>
                [.. problems, new(nameof(ProblemTexts.DestinationClosed), null, ZaloAnswers.Name, destination.Name, status)],
            _ => problems,
        };
    }

    /// <summary>The members of a group, or the followers of the account.</summary>
    public async Task<long?> CountAsync(ZaloAccount account, ZaloTarget target, CancellationToken cancellationToken)
    {
        var number = target is ZaloTarget.Group group
            ? (await FindGroupAsync(account, group, cancellationToken)).Group is { } found ? ZaloAnswers.Text(found, "total_member") : null
            : await AccountAsync(account, cancellationToken) is ZaloReply.Answered { IsYes: true } answer
                ? answer.Text("num_follower")
                : null;
        return long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : null;
    }

    private Task<ZaloReply> AccountAsync(ZaloAccount account, CancellationToken cancellationToken) =>
        calls.GetAsync(account, "/v2.0/oa/getoa", cancellationToken);

    private async Task<(JsonElement? Group, ZaloReply? Failed)> FindGroupAsync(
        ZaloAccount account, ZaloTarget.Group group, CancellationToken cancellationToken)
    {
        for (var (page, seen) = (0, 0); page < MostPages; page++)
        {
            var reply = await calls.GetAsync(
                account,
                string.Create(CultureInfo.InvariantCulture, $"/v3.0/oa/group/getgroupsofoa?offset={seen}&count={PageSize}"),
                cancellationToken);
            if (reply is not ZaloReply.Answered { IsYes: true } answer)
            {
                return (null, reply);
            }

            if (answer.Data.ValueKind is not JsonValueKind.Object || !answer.Data.TryGetProperty("groups", out var groups)
                || groups.ValueKind is not JsonValueKind.Array || groups.GetArrayLength() == 0)
            {
                return (null, null);
            }

            foreach (var found in groups.EnumerateArray().Where(found => ZaloAnswers.Text(found, "group_id") == group.Id))
            {
                return (found, null);
            }

            seen += groups.GetArrayLength();
        }

        return (null, null);
    }

    private Problem ReasonOf(ZaloReply reply, Destination destination) =>
        ZaloAnswers.Classify(reply, destination, options.Value, time.GetUtcNow()) switch
        {
            SendOutcome.Later later => later.Reason,
            SendOutcome.Rejected rejected => rejected.Reason,
            SendOutcome.Closed closed => closed.Reason,
            SendOutcome.CredentialDead dead => dead.Reason,
            SendOutcome.Unknown => new(nameof(ProblemTexts.ChannelUnreachable), null, ZaloAnswers.Name),
            var other => throw new InvalidOperationException($"{other.GetType().Name} is no answer of Zalo."),
        };
}
