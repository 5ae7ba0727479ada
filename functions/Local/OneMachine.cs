using Dissemination.Local.Azurite;
using Dissemination.Local.Host;

using Microsoft.Extensions.Configuration.Memory;

namespace Dissemination.Local;

/// <summary>Runs everything on one machine: Azurite, the program, and what the Functions host would do for it.</summary>
internal static class OneMachine
{
    // Azure sets CONTAINER_NAME too, but so do other platforms and people's own containers: it says nothing.
    private static readonly string[] s_azure = ["WEBSITE_SITE_NAME", "WEBSITE_INSTANCE_ID", "CONTAINER_APP_NAME"];

    /// <summary>Nobody else wakes the program: neither the Functions host nor anything of Azure's.</summary>
    public static bool IsHere() => IsHere(Environment.GetEnvironmentVariable);

    public static bool IsHere(Func<string, string?> variable) =>
        string.IsNullOrEmpty(variable(Handler.PortSetting)) && Array.TrueForAll(s_azure, name => string.IsNullOrEmpty(variable(name)));

    /// <returns>The process's exit code.</returns>
    public static async Task<int> RunAsync(string[] args, BuildHandler build)
    {
        if (!Surroundings.HaveLanguages())
        {
            return 1;
        }

        LocalConsole console = new(Console.Out, Console.Error);
        using StopSignals signals = new();
        try
        {
            await RunAsync(args, build, console, signals);
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

    private static async Task RunAsync(string[] args, BuildHandler build, LocalConsole console, StopSignals signals)
    {
        var time = TimeProvider.System;
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(OneMachineSettings.Defaults).AddEnvironmentVariables().AddCommandLine(args).Build();
        var settings = LocalSettings.Read(configuration, AppContext.BaseDirectory);
        var root = AppRoot.Read(AppContext.BaseDirectory, name => configuration[name]);
        Ports.Check(settings);
        await using var azurite = settings.Storage is null ? await StartAzuriteAsync(settings, console, time, signals.Token) : null;
        using Progress progress = new(console);
        await using var program = await RunningProgram.StartAsync(args, build, root, settings, settings.Storage ?? azurite!.ConnectionString, time, signals.Token);
        console.Say(LocalText.Of(nameof(LocalTexts.ProgramStarted), root.Functions.Count));

        using var stop = CancellationTokenSource.CreateLinkedTokenSource(signals.Token);
        var printing = progress.RunAsync(time, stop.Token);
        var loading = !settings.LoadsSample ? Task.CompletedTask : program.LoadSampleAsync(settings.ContentFolder, console, stop.Token);
        console.Say(LocalText.Of(nameof(LocalTexts.OpenAddress), program.Site.AbsoluteUri));
        string[] credentials = [.. configuration.GetSection("Credentials").GetChildren().Select(credential => credential.Key)];
        console.Say(credentials is []
            ? LocalText.Of(nameof(LocalTexts.Previewing), program.Site.AbsoluteUri)
            : LocalText.Of(nameof(LocalTexts.PreviewingRest), program.Site.AbsoluteUri, string.Join(", ", credentials)));
        try
        {
            await Task.WhenAny([signals.Asked, program.Wakers.Ended, FailureOf(loading, stop.Token), .. azurite is null ? (Task[])[] : [azurite.Ended]]);
            if (azurite is { Ended.IsCompleted: true } && !signals.Asked.IsCompleted)
            {
                throw new StartProblem(LocalText.Of(nameof(LocalTexts.AzuriteEnded)), await azurite.Ended);
            }

            await (loading.IsFaulted ? loading : program.Wakers.Ended.IsFaulted ? program.Wakers.Ended : Task.CompletedTask);
            console.Say(LocalText.Of(nameof(LocalTexts.Stopping)));
        }
        finally
        {
            await stop.CancelAsync();
            await loading.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await printing;
        }
    }

    private static async Task<AzuriteProcess> StartAzuriteAsync(LocalSettings settings, LocalConsole console, TimeProvider time, CancellationToken cancellation)
    {
        var node = await NodeRuntime.CheckAsync(cancellation);
        var script = await AzuriteInstall.EnsureAsync(settings.ToolsFolder, console, time, cancellation);
        var azurite = await AzuriteProcess.StartAsync(script, settings, time, cancellation);
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
