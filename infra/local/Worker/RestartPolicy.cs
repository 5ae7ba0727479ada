using System.Collections.Immutable;

namespace Dissemination.Local.Worker;

/// <summary>Whether a worker that died is started again. Who dies again and again would only fail everything that is waiting.</summary>
internal readonly record struct RestartPolicy
{
    public const int MostDeaths = 3;

    /// <summary>Deaths that lie further apart than this have nothing to do with one another.</summary>
    public static readonly TimeSpan ShortTime = TimeSpan.FromSeconds(30);

    private readonly ImmutableArray<DateTimeOffset> _deaths;

    private RestartPolicy(ImmutableArray<DateTimeOffset> deaths) => _deaths = deaths;

    /// <summary>Whether it has died so often in a short time that the host gives up.</summary>
    public bool GivesUp => !_deaths.IsDefault && _deaths.Length >= MostDeaths;

    public RestartPolicy AfterDeath(DateTimeOffset at) =>
        new([.. (_deaths.IsDefault ? [] : _deaths).Where(death => at - death < ShortTime), at]);
}
