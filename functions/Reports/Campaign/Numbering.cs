using System.Runtime.InteropServices;

namespace Dissemination.Reports.Campaign;

/// <summary>
/// Numbers names from nought on, in the order in which they are met: what is counted hundreds of thousands of times is found by its place
/// in a list, and its name is looked up once.
/// </summary>
internal sealed class Numbering<T>
    where T : notnull
{
    private readonly Dictionary<T, int> _numbers = [];
    private readonly List<T> _names = [];

    public int Of(T name)
    {
        ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(_numbers, name, out var isThere);
        if (!isThere)
        {
            number = _names.Count;
            _names.Add(name);
        }

        return number;
    }

    public T NameOf(int number) => _names[number];
}
