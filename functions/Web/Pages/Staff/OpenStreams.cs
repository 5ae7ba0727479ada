using Dissemination.Directory;

namespace Dissemination.Web.Pages.Staff;

/// <summary>
/// How many streams each person holds open at this copy of the program: as long as one lasts, it is looked every two seconds how far its
/// item is. In memory alone, for no stream outlives the program that holds it.
/// </summary>
internal sealed class OpenStreams
{
    /// <summary>
    /// Items that somebody follows side by side, at a desk and on a telephone. A page that nobody looks at holds no stream, and a browser
    /// has six connections to a site at most.
    /// </summary>
    private const int MostOfPerson = 5;

    private readonly Lock _turn = new();
    private readonly Dictionary<PersonId, int> _open = [];

    /// <returns>One more of a person's, counted until it is disposed of; null where that would be more than one person may hold.</returns>
    public OpenStream? Open(PersonId person)
    {
        lock (_turn)
        {
            var open = _open.GetValueOrDefault(person);
            if (open == MostOfPerson)
            {
                return null;
            }

            _open[person] = open + 1;
        }

        return new(this, person);
    }

    internal void Close(PersonId person)
    {
        lock (_turn)
        {
            if (_open[person] == 1)
            {
                // Whoever follows nothing is not remembered.
                _open.Remove(person);
            }
            else
            {
                _open[person]--;
            }
        }
    }
}
