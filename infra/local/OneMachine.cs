using Dissemination.Local.Azurite;
using Dissemination.Local.Listeners;
using Dissemination.Local.Metrics;

namespace Dissemination.Local;

/// <summary>Runs everything on one machine: Azurite, the worker, and what the Functions host would do for it.</summary>
internal static class OneMachine
{
    /// <param name="counted">Takes what the worker counts; for those who want to read it afterwards.</param>
    /// <returns>The process's exit code.</returns>
    public static async Task<int> RunAsync(string[] args, Counts? counted = null)
    {
        if (!Surroundings.HaveLanguages())
        {
            return 1;
        }

        LocalConsole console = new(Console.Out, Console.Error);
        using StopSignals signals = new();
        try
        {
            await RunAsync(args, counted ?? new(), console, signals);
            console.Say(LocalText.Of(nameof(LocalTexts.Stopped)));
            return 0;
        }
        catch (StartProblem problem)
        {
            console.Tell(problem);
            return 1;
        }
        catch (OperationCanceledException) when (signals.Token.IsCancellationRequested)
        {
            return 0;
        }
    }

    private static async Task RunAsync(string[] args, Counts counts, LocalConsole console, StopSignals signals)
    {
        var time = TimeProvider.System;
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(OneMachineSettings.Defaults).AddEnvironmentVariables()
            .AddCommandLine(args).Build();
        var settings = LocalSettings.Read(configuration, AppContext.BaseDirectory);
        Ports.Check(settings);
        await using var azurite = settings.Storage is null ? await StartAzuriteAsync(settings, console, time, signals.Token) : null;
        var storage = settings.Storage ?? azurite!.ConnectionString;
        configuration[Invocations.StorageSetting] = storage;
        await using var program = await RunningProgram.StartAsync(settings, configuration, counts, time, signals.Token);
        console.Say(LocalText.Of(nameof(LocalTexts.ProgramStarted), program.FunctionCount, await program.WorkerIdAsync(signals.Token)));

        using var stop = CancellationTokenSource.CreateLinkedTokenSource(signals.Token);
        var printing = new Progress(counts, console).RunAsync(time, stop.Token);
        var loading = !settings.LoadsSample ? Task.CompletedTask : program.LoadSampleAsync(settings, storage, console, time, stop.Token);
        console.Say(LocalText.Of(nameof(LocalTexts.OpenAddress), program.Site.AbsoluteUri));
        string[] credentials = [.. configuration.GetSection("Credentials").GetChildren().Select(credential => credential.Key)];
        console.Say(credentials is []
            ? LocalText.Of(nameof(LocalTexts.Previewing), program.Site.AbsoluteUri)
            : LocalText.Of(nameof(LocalTexts.PreviewingRest), program.Site.AbsoluteUri, string.Join(", ", credentials)));
        try
        {
            await Task.WhenAny(
                [signals.Asked, program.Ended, FailureOf(loading, stop.Token), .. azurite is null ? (Task[])[] : [azurite.Ended]]);
            if (azurite is { Ended.IsCompleted: true } && !signals.Asked.IsCompleted)
            {
                throw new StartProblem(LocalText.Of(nameof(LocalTexts.AzuriteEnded)), await azurite.Ended);
            }

            await (loading.IsFaulted ? loading : program.Ended.IsFaulted ? program.Ended : Task.CompletedTask);
            console.Say(LocalText.Of(nameof(LocalTexts.Stopping)));
        }
        finally
        {
            await stop.CancelAsync();
            await loading.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await printing;
        }
    }

    private static async Task<AzuriteProcess> StartAzuriteAsync(
        LocalSettings settings, LocalConsole console, TimeProvider time, CancellationToken cancellationToken)
    {
        var node = await NodeRuntime.CheckAsync(cancellationToken);
        var script = await AzuriteInstall.EnsureAsync(settings.ToolsFolder, console, time, cancellationToken);
        var azurite = await AzuriteProcess.StartAsync(script, settings, time, cancellationToken);
        console.Say(LocalText.Of(nameof(LocalTexts.AzuriteRunning), AzuriteInstall.Version, node, settings.AzuriteFolder));
        return azurite;
    }

    /// <summary>Completes when the task fails; a task that ends well says nothing.</summary>
    private static async Task FailureOf(Task task, CancellationToken stop)
    {
        await task.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (!task.IsFaulted)
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
