using Dissemination.Directory;
using Dissemination.Problems;

namespace Dissemination.Channels;

/// <summary>
/// A channel whose answers hold no secret: what it says is stored, shown and logged, so its outcomes, references, problems and exceptions
/// are cleaned before anybody has them. Routing hands out no other.
/// </summary>
internal sealed class CleanedChannel(IChannel channel, KnownSecrets secrets) : IChannel
{
    public ChannelKind Kind => channel.Kind;

    public ChannelLimits Limits => channel.Limits;

    public ChannelChanges ChangesOf(Destination destination) => channel.ChangesOf(destination);

    public bool CanReadBack => channel.CanReadBack;

    public bool NeedsPicture(Destination destination) => channel.NeedsPicture(destination);

    public RenderedPost Render(Post post) => channel.Render(post);

    public PostView View(Post post, Destination destination) => channel.View(post, destination);

    public async Task<SendOutcome> SendAsync(SendRequest request, CancellationToken cancellationToken) =>
        Clean(await CallAsync(request.Credential, () => channel.SendAsync(request, cancellationToken)));

    public async Task<SendOutcome> EditAsync(SendRequest request, string reference, CancellationToken cancellationToken) =>
        Clean(await CallAsync(request.Credential, () => channel.EditAsync(request, reference, cancellationToken)));

    public async Task<SendOutcome> RemoveAsync(SendRequest request, string reference, CancellationToken cancellationToken) =>
        Clean(await CallAsync(request.Credential, () => channel.RemoveAsync(request, reference, cancellationToken)));

    public async Task<FindOutcome> FindAsync(SendRequest request, DateTimeOffset since, CancellationToken cancellationToken) =>
        await CallAsync(request.Credential, () => channel.FindAsync(request, since, cancellationToken)) switch
        {
            FindOutcome.There there => new FindOutcome.There(secrets.Clean(there.Reference)),
            FindOutcome.Begun begun => new FindOutcome.Begun(secrets.Clean(begun.Progress)),
            var outcome => outcome,
        };

    public Task<long?> CountAudienceAsync(Destination destination, string? credential, CancellationToken cancellationToken) =>
        CallAsync(credential, () => channel.CountAudienceAsync(destination, credential, cancellationToken));

    public Task<MeasureOutcome> MeasureAsync(
        Destination destination, string? credential, string reference, CancellationToken cancellationToken) =>
        CallAsync(credential, () => channel.MeasureAsync(destination, credential, reference, cancellationToken));

    public async Task<IReadOnlyList<Problem>> CheckAsync(
        Destination destination, string? credential, CancellationToken cancellationToken) =>
        [
            .. (await CallAsync(credential, () => channel.CheckAsync(destination, credential, cancellationToken))).Select(secrets.Clean),
        ];

    /// <exception cref="InvalidOperationException">The channel threw, and a secret stood in that: its words without it.</exception>
    private async Task<T> CallAsync<T>(string? credential, Func<Task<T>> call)
    {
        secrets.Learn(credential);
        string broken;
        try
        {
            return await call();
        }
        catch (Exception e) when (secrets.Clean(e.ToString()) != e.ToString())
        {
            broken = secrets.Clean(e.ToString());
        }

        // Whoever logs an exception logs all those within it, so not one of them goes along.
        throw new InvalidOperationException(broken);
    }

    private SendOutcome Clean(SendOutcome outcome)
    {
        SendOutcome cleaned = outcome switch
        {
            SendOutcome.Delivered delivered => delivered with { Reference = secrets.Clean(delivered.Reference) },
            SendOutcome.Moved moved => moved with { NewAddress = secrets.Clean(moved.NewAddress) },
            SendOutcome.Later later => later with { Reason = secrets.Clean(later.Reason) },
            SendOutcome.Rejected rejected => rejected with { Reason = secrets.Clean(rejected.Reason) },
            SendOutcome.Closed closed => closed with { Reason = secrets.Clean(closed.Reason) },
            SendOutcome.CredentialDead dead => dead with { Reason = secrets.Clean(dead.Reason) },
            SendOutcome.ByHandOnly hand => hand with { Reason = secrets.Clean(hand.Reason) },
            SendOutcome.Duplicate twice => twice with { Reason = secrets.Clean(twice.Reason) },
            SendOutcome.Unknown unknown => unknown with { Reason = secrets.Clean(unknown.Reason) },
            _ => throw new InvalidOperationException($"{outcome.GetType().Name} is no outcome of a channel."),
        };
        return cleaned with { Progress = secrets.Clean(outcome.Progress) };
    }
}
