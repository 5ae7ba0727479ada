using System.Collections.Immutable;
using Dissemination.Directory;

namespace Dissemination.Channels.Facebook;

/// <summary>Gathers what the calls about one post tell: figures, and whether there is more to hear later.</summary>
internal sealed class FacebookFigures(FacebookOptions options, Destination destination)
{
    private readonly ImmutableArray<PostFigure>.Builder _figures = ImmutableArray.CreateBuilder<PostFigure>();
    private SendOutcome? _later;
    private TimeSpan? _pause;

    /// <summary>Whether nothing more is to be asked of the page now.</summary>
    public bool IsOver => _later is SendOutcome.Later { WholeLane: true } or SendOutcome.CredentialDead;

    public void Take<T>(PostMetric metric, FacebookAnswer<T> answer, Func<T, long?> of)
        where T : class
    {
        _later ??= Later(answer);
        _pause = answer.Usage.Pause(options);
        if (answer.IsYes && of(answer.Value) is { } value)
        {
            _figures.Add(new(metric, value));
        }
    }

    /// <summary>Whether it is a clear no: there is no such figure. A limit, a dead token or silence is none.</summary>
    public bool IsRefused<T>(FacebookAnswer<T> answer)
        where T : class =>
        answer.Failure is FacebookFailure.Refused && Later(answer) is null;

    public MeasureOutcome ToOutcome() =>
        _later is null
            ? new(_figures.ToImmutable()) { LanePause = _pause }
            : MeasureOutcome.Later(_figures.ToImmutable(), _later);

    private SendOutcome? Later<T>(FacebookAnswer<T> answer)
        where T : class
    {
        if (answer.IsYes)
        {
            return null;
        }

        var outcome = FacebookAnswers.Classify(answer.Failure, answer.Usage, FacebookCall.Change, destination, options);
        return outcome is SendOutcome.Later or SendOutcome.CredentialDead ? outcome : null;
    }
}
