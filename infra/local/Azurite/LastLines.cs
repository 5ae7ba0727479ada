namespace Dissemination.Local.Azurite;

/// <summary>Keeps the last lines of what a process says, to show them if it fails.</summary>
internal sealed class LastLines(int count)
{
    private readonly Queue<string> _lines = new();

    public async Task ReadAsync(TextReader reader, CancellationToken cancellationToken)
    {
        while (await reader.ReadLineAsync(cancellationToken) is { } line)
        {
            Add(line);
        }
    }

    public void Add(string line)
    {
        lock (_lines)
        {
            _lines.Enqueue(line);
            if (_lines.Count > count)
            {
                _lines.Dequeue();
            }
        }
    }

    public string[] ToArray()
    {
        lock (_lines)
        {
            return [.. _lines];
        }
    }
}
