using System.Globalization;
using Dissemination.Directory;
using Dissemination.Storage;

namespace Dissemination.Web.SignIn;

/// <summary>
/// Who came in and went, and what was refused to whom, as lines of the record. Of refusals a person's first of a minute are written, so
/// that nobody fills the record by asking again and again.
/// </summary>
internal sealed partial class AccessRecord(Store store, TimeProvider time, ILogger<AccessRecord> logger)
{
    /// <summary>Whom nobody knows.</summary>
    public const string Nobody = "nobody";

    /// <summary>So many refusals of one person, or of all whom nobody knows, are written in a minute.</summary>
    public const int MostRefusals = 30;

    private readonly Lock _turn = new();
    private readonly Dictionary<string, int> _refusals = new(StringComparer.Ordinal);
    private long _minute;
    private DateTimeOffset _last;

    public Task SignedInAsync(PersonId person, CancellationToken cancellationToken) =>
        WriteAsync(person.Value, "signed-in", [null], cancellationToken);

    public Task SignedOutAsync(PersonId person, CancellationToken cancellationToken) =>
        WriteAsync(person.Value, "signed-out", [null], cancellationToken);

    /// <summary>An account that was shown to the door: which one is nobody's to keep.</summary>
    public Task SignInRefusedAsync(string why) => RefuseAsync(Nobody, "sign-in-refused", [why]);

    /// <param name="who">A person's id, or <see cref="Nobody"/>.</param>
    /// <param name="what">The request and the answer: a line for each reason of one act, which counts as one refusal.</param>
    public Task RefusedAsync(string who, IReadOnlyList<string> what) => RefuseAsync(who, "refused", what);

    /// <summary>
    /// One transaction. The answer is out already and is not taken back where storage is away; then the log tells it.
    /// </summary>
    private async Task RefuseAsync(string who, string what, IReadOnlyList<string> details)
    {
        if (!Counts(who))
        {
            return;
        }

        try
        {
            await WriteAsync(who, what, details, CancellationToken.None);
        }
        catch (Exception e) when (StorageFailure.IsAway(e))
        {
            LogLost(e, what, who);
        }
    }

    private async Task WriteAsync(string who, string what, IEnumerable<string?> details, CancellationToken cancellationToken)
    {
        var transaction = new Transaction(Keys.Editorial);
        foreach (var detail in details)
        {
            transaction.Record(new(SessionEndings.Subject, Moment(), who, what, Detail: detail));
        }

        await transaction.CommitAsync(store.Editorial, cancellationToken);
    }

    /// <summary>Now, and never twice the same: two lines of one moment would be one.</summary>
    private DateTimeOffset Moment()
    {
        lock (_turn)
        {
            var now = time.GetUtcNow();
            return _last = now > _last ? now : _last.AddTicks(1);
        }
    }

    private bool Counts(string who)
    {
        var minute = time.GetUtcNow().UtcTicks / TimeSpan.TicksPerMinute;
        lock (_turn)
        {
            if (minute != _minute)
            {
                _refusals.Clear();
                _minute = minute;
            }

            var count = _refusals.GetValueOrDefault(who) + 1;
            _refusals[who] = count;
            if (count == MostRefusals + 1)
            {
                LogMany(who, MostRefusals.ToString(CultureInfo.InvariantCulture));
            }

            return count <= MostRefusals;
        }
    }

    [LoggerMessage(LogLevel.Error, "{What} of {Who} could not be recorded")]
    private partial void LogLost(Exception exception, string what, string who);

    [LoggerMessage(LogLevel.Warning, "{Who} was refused more than {Most} times in a minute; the rest is not recorded")]
    private partial void LogMany(string who, string most);
}
