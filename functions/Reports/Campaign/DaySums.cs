namespace Dissemination.Reports.Campaign;

/// <summary>Counts what happened on a day.</summary>
internal sealed class DaySums(DateOnly day)
{
    public DateOnly Day => day;

    public long Posts { get; private set; }

    public long Opens { get; private set; }

    public void Add(int posts, int opens) => (Posts, Opens) = (Posts + posts, Opens + opens);
}
