using Dissemination.Directory;

namespace Dissemination.Web.Pages.Staff;

/// <summary>A stream that somebody holds open, counted until it is disposed of, once.</summary>
internal sealed class OpenStream(OpenStreams streams, PersonId person) : IDisposable
{
    private int _isOver;

    public void Dispose()
    {
        if (Interlocked.Exchange(ref _isOver, 1) == 0)
        {
            streams.Close(person);
        }
    }
}
