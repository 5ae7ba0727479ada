using System.Net;
using System.Net.Sockets;

namespace Dissemination.Tests.Storage;

/// <summary>Stands between the program and one service of storage, and can stop to answer or refuse to.</summary>
internal sealed class StorageRelay : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly Task _accepting;
    private readonly int _service;

    /// <param name="service">The port of the real one.</param>
    public StorageRelay(int service)
    {
        _service = service;
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public enum Conduct
    {
        Answers,

        /// <summary>Takes what it is sent and says nothing.</summary>
        Hangs,

        /// <summary>Closes every connection.</summary>
        Refuses,
    }

    public Conduct Now { get; set; }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        _listener.Stop();
        await _accepting.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _end.Dispose();
    }

    private async Task AcceptAsync()
    {
        while (!_end.IsCancellationRequested)
        {
            _ = RelayAsync(await _listener.AcceptTcpClientAsync(_end.Token));
        }
    }

    private async Task RelayAsync(TcpClient program)
    {
        try
        {
            using var own = program;
            using TcpClient service = new();
            await service.ConnectAsync(IPAddress.Loopback, _service, _end.Token);
            var (up, down) = (program.GetStream(), service.GetStream());
            await Task.WhenAny(PumpAsync(up, down), PumpAsync(down, up));
        }
        catch (Exception e) when (e is IOException or SocketException or OperationCanceledException or ObjectDisposedException)
        {
            // Either side went away.
        }
    }

    private async Task PumpAsync(NetworkStream from, NetworkStream to)
    {
        var buffer = new byte[65_536];
        while (await from.ReadAsync(buffer, _end.Token) is > 0 and var count)
        {
            switch (Now)
            {
                case Conduct.Refuses:
                    return;
                case Conduct.Answers:
                    await to.WriteAsync(buffer.AsMemory(0, count), _end.Token);
                    break;
            }
        }
    }
}
