using System.Text.Json;
using Dissemination.Directory;
using Dissemination.Problems;
using Microsoft.Extensions.Options;

namespace Dissemination.Channels.Facebook;

/// <summary>Posts to Facebook pages by the Graph API, each page with a token of its own.</summary>
internal sealed class FacebookChannel(
    FacebookClient client,
    FacebookReading reading,
    FacebookMeasuring measuring,
    MediaPictureReader pictures,
    IOptions<FacebookOptions> options) : IChannel
{
    public ChannelKind Kind => ChannelKind.Facebook;

    /// <summary>Facebook names no figures beforehand; its answers tell how near the limit is.</summary>
    public ChannelLimits Limits => ChannelLimits.None;

    public ChannelChanges ChangesOf(Destination destination) => ChannelChanges.Always;

    public bool CanReadBack => true;

    public bool NeedsPicture(Destination destination) => false;

    public RenderedPost Render(Post post) => PlainText.Render(post, PlainText.FacebookLimit);

    public PostView View(Post post, Destination destination) =>
        PostView.Of(Render(post), PostForm.Messages, _ => PlainText.FacebookLimit);

    public async Task<SendOutcome> SendAsync(SendRequest request, CancellationToken cancellationToken)
    {
        var (access, unusable) = FacebookAccess.Of(request.Destination, request.Credential);
        if (access is null)
        {
            return unusable!;
        }

        var rendered = Render(request.Post);
        if (rendered.Refusal is { } refusal)
        {
            return new SendOutcome.Rejected(refusal);
        }

        List<FacebookReference> done = [.. FacebookReference.All(request.Progress)];
        TimeSpan? pause = null;
        foreach (var part in rendered.Parts.Skip(done.Count))
        {
            var outcome = await PublishAsync(request.Destination, access, part, cancellationToken);
            if (outcome is not SendOutcome.Delivered delivered)
            {
                return outcome with { Progress = done.Count == 0 ? null : FacebookReference.Join(done) };
            }

            done.Add(FacebookReference.Of(delivered.Reference, part));
            pause = delivered.LanePause;
        }

        return new SendOutcome.Delivered(FacebookReference.Join(done)) { LanePause = pause };
    }

    public async Task<SendOutcome> EditAsync(SendRequest request, string reference, CancellationToken cancellationToken)
    {
        var (access, unusable) = FacebookAccess.Of(request.Destination, request.Credential);
        if (access is null)
        {
            return unusable!;
        }

        var (rendered, references) = (Render(request.Post), FacebookReference.All(reference));
        if (rendered.Refusal is { } refusal)
        {
            return new SendOutcome.Rejected(refusal);
        }

        if (references.Length != rendered.Parts.Length)
        {
            return new SendOutcome.ByHandOnly(new(nameof(ProblemTexts.FacebookPartsByHand), null, request.Destination.Name));
        }

        TimeSpan? pause = null;
        foreach (var (post, part) in references.Zip(rendered.Parts))
        {
            var answer = await client.PostAsync(
                post.Post, [new("message", part.Text)], access.Token, FacebookJson.Default.FacebookDone, cancellationToken);
            if (!answer.IsYes)
            {
                return Classify(answer.Failure, answer.Usage, FacebookCall.Change, request.Destination);
            }

            pause = answer.Usage.Pause(options.Value);
        }

        // The words are right at once; a wrong picture is no reason to leave wrong words, and right words none to be silent about the
        // picture.
        SendOutcome outcome = references.Zip(rendered.Parts).All(pair => pair.First.HasPicturesOf(pair.Second))
            ? new SendOutcome.Delivered(reference)
            : new SendOutcome.ByHandOnly(new(nameof(ProblemTexts.FacebookPictureByHand), null, request.Destination.Name));
        return outcome with { LanePause = pause };
    }

    public async Task<SendOutcome> RemoveAsync(SendRequest request, string reference, CancellationToken cancellationToken)
    {
        var (access, unusable) = FacebookAccess.Of(request.Destination, request.Credential);
        if (access is null)
        {
            return unusable!;
        }

        TimeSpan? pause = null;
        foreach (var post in FacebookReference.All(reference))
        {
            var answer = await client.DeleteAsync(post.Post, access.Token, FacebookJson.Default.FacebookDone, cancellationToken);
            pause = answer.Usage.Pause(options.Value);
            if (!answer.IsYes && await WhyNotRemovedAsync(request.Destination, access, post, answer, cancellationToken) is { } failure)
            {
                return failure;
            }
        }

        return new SendOutcome.Delivered(reference) { LanePause = pause };
    }

    public async Task<FindOutcome> FindAsync(SendRequest request, DateTimeOffset since, CancellationToken cancellationToken)
    {
        var (access, _) = FacebookAccess.Of(request.Destination, request.Credential);
        if (access is null || await reading.PostsWithAsync(access, request.Post.Link, since, cancellationToken) is not { } found)
        {
            return new FindOutcome.CannotTell();
        }

        var (parts, known) = (Render(request.Post).Parts, FacebookReference.All(request.Progress));
        return found.Length >= parts.Length ? new FindOutcome.There(FacebookReference.Join(found.Zip(parts, FacebookReference.Of)))
            // Only the last part holds the link: nobody sees by it whether one before is there.
            : known.Length >= parts.Length - 1 && found.All(post => known.Any(part => part.Post == post)) ? new FindOutcome.NotThere()
            : new FindOutcome.CannotTell();
    }

    public async Task<long?> CountAudienceAsync(Destination destination, string? credential, CancellationToken cancellationToken)
    {
        var (access, _) = FacebookAccess.Of(destination, credential);
        return access is null ? null : (await PageAsync(access, "followers_count", cancellationToken)).Value?.FollowersCount;
    }

    public async Task<MeasureOutcome> MeasureAsync(
        Destination destination, string? credential, string reference, CancellationToken cancellationToken)
    {
        var (access, unusable) = FacebookAccess.Of(destination, credential);
        return access is not null ? await measuring.MeasureAsync(destination, access, FacebookReference.All(reference), cancellationToken)
            : unusable is SendOutcome.CredentialDead ? MeasureOutcome.Later([], unusable)
            : MeasureOutcome.Nothing;
    }

    public async Task<IReadOnlyList<Problem>> CheckAsync(Destination destination, string? credential, CancellationToken cancellationToken)
    {
        var (access, unusable) = FacebookAccess.Of(destination, credential);
        if (access is null)
        {
            return [unusable is SendOutcome.Closed closed ? closed.Reason : FacebookAnswers.DeadToken(null, destination)];
        }

        // As a form with the method written in it, the way Facebook's own clients read: with GET the token would be part of the address.
        // By the documentation only the app or its developers may look at a token; a page's token is known to be shown to itself.
        var token = await client.PostAsync(
            "debug_token", [new("method", "GET"), new("input_token", access.Token)], options.Value.AppToken
                ?? access.Token, FacebookJson.Default.FacebookTokenBody, cancellationToken);
        return [
            .. FacebookCheck.Problems(
                token, await PageAsync(access, "id,name,is_published", cancellationToken), destination, options.Value)];
    }

    /// <summary>One post: its pictures first, unseen, then the words that show them.</summary>
    /// <returns>Delivered under Facebook's id alone.</returns>
    private async Task<SendOutcome> PublishAsync(
        Destination destination, FacebookAccess access, RenderedPart part, CancellationToken cancellationToken)
    {
        // No "link": the words end with it, pictures and a link exclude each other, and Facebook would open it to make its preview.
        List<KeyValuePair<string, string>> form = [new("message", part.Text)];
        var (bytes, lacking) = await pictures.ReadAsync(part.Pictures, cancellationToken);
        if (lacking is not null)
        {
            return lacking;
        }

        foreach (var picture in part.Pictures)
        {
            var uploaded = await client.PostPictureAsync(access, Fields(picture), picture, bytes[picture.Blob], cancellationToken);
            if (uploaded.Value?.Id is not { } id)
            {
                return Classify(uploaded.Failure ?? new FacebookFailure.Lost("no id"), uploaded.Usage, FacebookCall.Upload, destination);
            }

            form.Add(new($"attached_media[{form.Count - 1}]", JsonSerializer.Serialize(new(id), FacebookJson.Default.FacebookPhoto)));
        }

        var answer = await client.PostAsync(
            $"{access.Page}/feed", form, access.Token, FacebookJson.Default.FacebookCreated, cancellationToken);
        return answer.Value?.Id is { } post
            ? new SendOutcome.Delivered(post) { LanePause = answer.Usage.Pause(options.Value) }
            : Classify(answer.Failure ?? new FacebookFailure.Lost("no id"), answer.Usage, FacebookCall.Publish, destination);
    }

    /// <summary>
    /// A picture that nobody sees yet, with its words; the caption stands where a reader opens the one picture of several.
    /// </summary>
    private static IEnumerable<KeyValuePair<string, string>> Fields(PostPicture picture)
    {
        yield return new("published", "false");
        yield return new("alt_text_custom", picture.Alt);
        if (picture.Caption is { Length: > 0 } caption)
        {
            yield return new("message", caption);
        }
    }

    /// <summary>
    /// Facebook says the same of a post that is gone and of one that the token may not see: only reading it tells them apart.
    /// </summary>
    /// <returns>Null where the post is gone.</returns>
    private async Task<SendOutcome?> WhyNotRemovedAsync(
        Destination destination,
        FacebookAccess access,
        FacebookReference post,
        FacebookAnswer<FacebookDone> answer,
        CancellationToken cancellationToken)
    {
        var isThere = answer.Failure is FacebookFailure.Refused { IsNotThere: true }
            ? await reading.IsThereAsync(post.Post, access.Token, cancellationToken)
            : null;
        return isThere is false ? null : Classify(answer.Failure!, answer.Usage, FacebookCall.Change, destination);
    }

    private Task<FacebookAnswer<FacebookPage>> PageAsync(FacebookAccess access, string fields, CancellationToken cancellationToken) =>
        client.GetAsync(access.Page, [new("fields", fields)], access.Token, FacebookJson.Default.FacebookPage, cancellationToken);

    private SendOutcome Classify(FacebookFailure failure, FacebookUsage usage, FacebookCall call, Destination destination) =>
        FacebookAnswers.Classify(failure, usage, call, destination, options.Value);
}
