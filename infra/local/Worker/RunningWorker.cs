using System.Net.Sockets;
using System.Security.Cryptography;
using Dissemination.Local.Worker.Rpc;
using Google.Protobuf.WellKnownTypes;

namespace Dissemination.Local.Worker;

/// <summary>A worker that has loaded its functions and answers.</summary>
internal sealed class RunningWorker : IAsyncDisposable
{
    private static readonly TimeSpan LongestStart = TimeSpan.FromMinutes(1);

    private readonly WorkerProcess _process;
    private readonly WorkerConnection _connection;

    private RunningWorker(
        WorkerProcess process, WorkerConnection connection, Uri site, IReadOnlyDictionary<string, WorkerFunction> functions)
    {
        (_process, _connection, Site, Functions) = (process, connection, site, functions);
        Ended = EndAsync();
    }

    /// <summary>Where its own web server listens.</summary>
    public Uri Site { get; }

    /// <summary>Its functions by name.</summary>
    public IReadOnlyDictionary<string, WorkerFunction> Functions { get; }

    public int ProcessId => _process.Id;

    /// <summary>Completes with the process's last lines when it has ended.</summary>
    public Task<string[]> Ended { get; }

    /// <exception cref="StartProblem">It ended, or said nothing for a minute, or could not load a function.</exception>
    public static async Task<RunningWorker> StartAsync(WorkerStart start, CancellationToken cancellationToken)
    {
        var id = NewId();
        WorkerConnection connection = new(start.Log);
        var calledIn = start.Expected.Expect(id, connection);
        var process = WorkerProcess.Start(start.Folder, start.Host, id, start.Settings);
        var ended = process.Ended.ContinueWith(_ => connection.End(), TaskScheduler.Default);
        try
        {
            using CancellationTokenSource late = new(LongestStart, start.Time);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);
            await await Task.WhenAny(calledIn, ended).WaitAsync(either.Token);
            var (site, functions) = await LoadAsync(connection, start.Folder, either.Token);
            await ListeningAsync(site, start.Time, either.Token);
            return new(process, connection, site, functions);
        }
        catch (Exception failure)
        {
            await process.DisposeAsync();
            throw failure is WorkerGoneException || (failure is OperationCanceledException && !cancellationToken.IsCancellationRequested)
                ? new StartProblem(LocalText.Of(nameof(LocalTexts.WorkerDidNotStart)), await process.Ended)
                : failure;
        }
    }

    /// <summary>Runs a function to its end.</summary>
    /// <exception cref="FunctionFailedException">It failed.</exception>
    /// <exception cref="WorkerGoneException">The worker ended meanwhile.</exception>
    public async Task InvokeAsync(WorkerFunction function, InvocationRequest request, CancellationToken cancellationToken)
    {
        request.InvocationId = NewId();
        request.FunctionId = function.Metadata.FunctionId;
        request.TraceContext = new();
        using (cancellationToken.Register(
            () => _connection.Tell(new() { InvocationCancel = new() { InvocationId = request.InvocationId } })))
        {
            var answer = await _connection.AskAsync(new() { InvocationRequest = request }, CancellationToken.None);
            var result = answer.InvocationResponse.Result;
            if (result.Status is not StatusResult.Types.Status.Success)
            {
                throw new FunctionFailedException(
                    function.Name, result.Exception is { } failure ? $"{failure.Message}\n{failure.StackTrace}" : result.Status.ToString());
            }
        }
    }

    /// <summary>Asks it to end in order, and ends it where it does not.</summary>
    public async Task StopAsync(TimeSpan grace, TimeProvider time)
    {
        _connection.Tell(new() { WorkerTerminate = new() { GracePeriod = Duration.FromTimeSpan(grace) } });
        await ((Task)Ended).WaitAsync(grace, time).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await DisposeAsync();
    }

    /// <summary>Ends it at once.</summary>
    public void Kill() => _process.Kill();

    public ValueTask DisposeAsync() => _process.DisposeAsync();

    private static async Task<(Uri Site, IReadOnlyDictionary<string, WorkerFunction> Functions)> LoadAsync(
        WorkerConnection connection, WorkerFolder folder, CancellationToken cancellationToken)
    {
        var init = await connection.AskAsync(
            new()
            {
                WorkerInitRequest = new() { HostVersion = "4.0.0", WorkerDirectory = folder.Path, FunctionAppDirectory = folder.Path },
            }, cancellationToken);
        Check(init.WorkerInitResponse.Result);
        var described = await connection.AskAsync(
            new() { FunctionsMetadataRequest = new() { FunctionAppDirectory = folder.Path } }, cancellationToken);
        Check(described.FunctionMetadataResponse.Result);
        var functions = described.FunctionMetadataResponse.FunctionMetadataResults.Select(WorkerFunction.Of)
            .ToDictionary(function => function.Name, StringComparer.Ordinal);
        foreach (var function in functions.Values)
        {
            var loaded = await connection.AskAsync(
                new()
                {
                    FunctionLoadRequest = new() { FunctionId = function.Metadata.FunctionId, Metadata = function.Metadata },
                }, cancellationToken);
            Check(loaded.FunctionLoadResponse.Result);
        }

        return init.WorkerInitResponse.Capabilities.TryGetValue("HttpUri", out var site)
            ? (new(site), functions)
            : throw new StartProblem(LocalText.Of(nameof(LocalTexts.NoHttpUri)));
    }

    /// <summary>The worker says where its web server will be before that listens.</summary>
    private static async Task ListeningAsync(Uri site, TimeProvider time, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                using TcpClient client = new();
                await client.ConnectAsync(site.Host, site.Port, cancellationToken);
                return;
            }
            catch (SocketException)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(50), time, cancellationToken);
            }
        }
    }

    private static void Check(StatusResult result)
    {
        if (result.Status is not StatusResult.Types.Status.Success)
        {
            throw new StartProblem(LocalText.Of(nameof(LocalTexts.WorkerDidNotStart)), result.Exception?.Message ?? result.Result);
        }
    }

    private static string NewId() => new Guid(RandomNumberGenerator.GetBytes(16)).ToString();

    private async Task<string[]> EndAsync()
    {
        await Task.WhenAny(_process.Ended, _connection.Ended);
        _process.Kill(); // A worker that cannot be heard any more serves nobody.
        _connection.End();
        return await _process.Ended;
    }
}
