using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Dissemination.Tests.Runs;

namespace Dissemination.Benchmarks.Mission;

/// <summary>The simulated channels, in a process of their own: what they take is not counted for the program.</summary>
internal sealed class StartedChannels : IDisposable
{
    private readonly Process _process;
    private readonly string[] _addresses;

    private StartedChannels(Process process, string[] addresses) => (_process, _addresses) = (process, addresses);

    public string Telegram => _addresses[0];

    /// <summary>The settings of a program that posts there.</summary>
    public IEnumerable<string> Settings => MissionPlan.Channels(_addresses[0], _addresses[1], _addresses[2]);

    public static async Task<StartedChannels> StartAsync()
    {
        ProcessStartInfo start = new(Environment.ProcessPath!, ["channels"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        var process = Process.Start(start)!;
        return new(process, (await process.StandardOutput.ReadLineAsync())!.Split(' '));
    }

    /// <summary>Waits until so many posts are there, or none came for a while.</summary>
    public Task<PostsThere> UntilAsync(int posts) => AskAsync(string.Create(CultureInfo.InvariantCulture, $"until {posts}"));

    public Task<PostsThere> SinceAsync(DateTimeOffset instant) =>
        AskAsync(string.Create(CultureInfo.InvariantCulture, $"since {instant:O}"));

    public void Dispose()
    {
        _process.Kill();
        _process.Dispose();
    }

    private async Task<PostsThere> AskAsync(string question)
    {
        await _process.StandardInput.WriteLineAsync(question);
        return JsonSerializer.Deserialize<PostsThere>((await _process.StandardOutput.ReadLineAsync())!)!;
    }
}
