using System.Globalization;
using Dissemination.Simulators;
using Dissemination.Simulators.Facebook;
using Dissemination.Simulators.Telegram;
using Dissemination.Simulators.Translator;
using Dissemination.Simulators.Zalo;

// A simulated channel by itself: point the program at it with Channels:<name>:BaseUrl.
Dictionary<string, Func<int, Task<ISimulator>>> simulators = new(StringComparer.Ordinal)
{
    ["facebook"] = async port => await FacebookSimulator.StartAsync(port),
    ["telegram"] = async port => await TelegramSimulator.StartAsync(port),
    ["translator"] = async port => await TranslatorSimulator.StartAsync(port),
    ["zalo"] = async port => await ZaloSimulator.StartAsync(port),
};
var port = 0;
if (args is not [var name, .. var rest] || !simulators.TryGetValue(name, out var start)
    || (rest is not [] && !int.TryParse(rest[0], NumberStyles.None, CultureInfo.InvariantCulture, out port)))
{
    await Console.Error.WriteLineAsync($"Usage: dotnet run --project tests/Simulators -- {string.Join('|', simulators.Keys)} [port]");
    return 1;
}

await using var simulator = await start(port);
await Console.Out.WriteLineAsync(
    $"{name} at {simulator.BaseUrl}; GET {SimulatorControl.Posts} tells what was posted, GET {SimulatorControl.Counts} how often it was called, PUT {SimulatorControl.Faults} sets the faults. Ctrl+C ends it.");
var ended = new TaskCompletionSource();
Console.CancelKeyPress += (_, press) =>
{
    press.Cancel = true;
    ended.TrySetResult();
};
await ended.Task;
return 0;
