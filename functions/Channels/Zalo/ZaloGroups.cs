using Dissemination.Content;
using Dissemination.Problems;
using Microsoft.Extensions.Options;

namespace Dissemination.Channels.Zalo;

/// <summary>Sends messages to groups that the account owns, a part a call.</summary>
internal sealed class ZaloGroups(ZaloCalls calls, MediaPictureReader pictures, IOptions<ZaloOptions> options, TimeProvider time)
{
    /// <summary>In a group <c>[@…]</c> calls a member, or all of them; a post calls nobody.</summary>
    public static string CallingNobody(string text) => text.Replace("[@", "(@", StringComparison.Ordinal);

    /// <summary>Sends what is not there yet of the parts. Progress and reference are the ids of the messages, in order.</summary>
    public async Task<SendOutcome> SendAsync(
        ZaloAccount account, ZaloTarget.Group group, RenderedPost post, SendRequest request, CancellationToken cancellationToken)
    {
        if (post.Refusal is { } refusal)
        {
            return new SendOutcome.Rejected(refusal);
        }

        List<string> there = [.. (request.Progress ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries)];
        foreach (var part in post.Parts.Skip(there.Count))
        {
            var (content, failed) = await ContentAsync(account, part, request, cancellationToken);
            if (content is not null)
            {
                var reply = await calls.PostAsync(
                    account,
                    "/v3.0/oa/group/message",
                    new(new(GroupId: group.Id), content),
                    ZaloJson.Default.ZaloMessage,
                    cancellationToken);
                if (reply is ZaloReply.Answered { IsYes: true } answer)
                {
                    // It was taken, with or without a name for it.
                    there.Add(answer.Text("message_id") ?? "-");
                    continue;
                }

                failed = ZaloAnswers.Classify(reply, request.Destination, options.Value, time.GetUtcNow());
            }

            return failed! with { Progress = there.Count > 0 ? string.Join(',', there) : null };
        }

        return new SendOutcome.Delivered(string.Join(',', there));
    }

    private async Task<(ZaloContent? Content, SendOutcome? Failed)> ContentAsync(
        ZaloAccount account, RenderedPart part, SendRequest request, CancellationToken cancellationToken)
    {
        var text = CallingNobody(part.Text);
        if (part.Pictures is not [var picture, ..])
        {
            return (new(text), null);
        }

        var (read, lacking) = await pictures.ReadAsync([picture], cancellationToken);
        if (lacking is not null)
        {
            return (null, lacking);
        }

        var bytes = read[picture.Blob];
        if (bytes.ToMemory().Length > options.Value.PictureLimit)
        {
            // An article's words and its link say it without the picture; a poster is its picture.
            return request.Post.Kind is ItemKind.Poster
                ? (null, new SendOutcome.Rejected(new(nameof(ProblemTexts.ZaloPictureTooLarge), null, picture.Blob)))
                : (new(text), null);
        }

        // Nothing is posted by it, so it may be repeated; what is uploaded and not used is gone after a week.
        var reply = await calls.UploadAsync(account, "/v2.0/oa/upload/image", bytes, picture.Blob, picture.ContentType, cancellationToken);
        return reply is ZaloReply.Answered { IsYes: true } answer && answer.Text("attachment_id") is { } id
            ? (new(text, new(new([new("image", id)]))), null)
            : (null, ZaloAnswers.ClassifyRepeatable(reply, request.Destination, options.Value, time.GetUtcNow()));
    }
}
