using Azure.Identity;
using Azure.Storage.Blobs;
using Dissemination.Content;
using Dissemination.Storage;
using Dissemination.Storage.BackUps;
using Dissemination.Storage.Records;
using Dissemination.Storage.Retention;

namespace Dissemination;

/// <summary>
/// What an operator asks the program for at a desk: <c>dotnet Dissemination.dll back-up --to folder</c>. It looks at the store that its
/// settings name, does that one thing and ends; no page and no trigger is there meanwhile.
/// </summary>
internal static class OperatorCommands
{
    private const int Done = 0;
    private const int NotDone = 1;

    private const string OwnContainer = "container:";

    private static readonly Dictionary<string, Func<Surroundings, Task<int>>> Commands = new(StringComparer.Ordinal)
    {
        ["back-up"] = BackUpAsync,
        ["restore"] = RestoreAsync,
        ["compare"] = CompareAsync,
        ["verify-record"] = VerifyAsync,
        ["retention"] = KeepAsync,
    };

    public static bool IsAsked(string[] args) => args is [var first, ..] && Commands.ContainsKey(first);

    /// <returns>0 where it was done and all is well.</returns>
    public static async Task<int> RunAsync(string[] args, TextWriter output, CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.AddRooms();
        await using var program = builder.Build();
        return await RunAsync(args, program.Services, output, cancellationToken);
    }

    /// <summary>The same over a program that is there already.</summary>
    public static async Task<int> RunAsync(
        string[] args, IServiceProvider services, TextWriter output, CancellationToken cancellationToken)
    {
        Surroundings around = new(args, services, output, cancellationToken);
        try
        {
            return await Commands[args[0]](around);
        }
        catch (Exception e) when (e is BackUpException or InvalidOperationException or IOException || StorageFailure.IsAway(e))
        {
            return await around.SayAsync(NotDone, e.Message);
        }
    }

    private static async Task<int> BackUpAsync(Surroundings around)
    {
        var (name, made, written) = await around.Get<BackUpService>()
            .MakeAsync(await around.PlaceAsync("--to"), await around.KeyAsync(), around.Token);
        return await around.SayAsync(
            Done,
            $"Back-up {name}: {made.Tables.Sum(table => table.Rows)} rows, {made.Blobs.Length} blobs, as of {made.AsOf:u}; "
            + $"{written} new pieces were written."
            + (made.IsQuiet ? "" : " People worked meanwhile, so it is not as of one instant: make another."));
    }

    /// <summary>Translations that a message wanted are wanted again: no back-up holds messages, and others come by themselves.</summary>
    private static async Task<int> RestoreAsync(Surroundings around)
    {
        var (manifest, differences) = await around.Get<BackUpService>().RestoreAsync(
            await around.PlaceAsync("--from"), await around.KeyAsync(), around.Option("--name"), around.Token);
        if (differences.Count > 0)
        {
            return await around.SayAsync(NotDone, $"Brought back, and not the same: {string.Join(", ", differences)}");
        }

        var items = await around.Get<ItemReader>().AllAsync(around.Token).Select(row => row.Value.Id).ToListAsync(around.Token);
        await around.Get<Store>().WantTranslationsAsync(items, around.Token);
        return await around.SayAsync(
            Done,
            $"Brought back and compared: {manifest.Tables.Sum(table => table.Rows)} rows, {manifest.Blobs.Length} blobs, as of "
            + $"{manifest.AsOf:u}. All is the same.");
    }

    private static async Task<int> CompareAsync(Surroundings around)
    {
        var differences = await around.Get<BackUpService>().CompareAsync(
            await around.PlaceAsync("--from"), await around.KeyAsync(), around.Option("--name"), around.Token);
        return differences.Count == 0
            ? await around.SayAsync(Done, "All is the same.")
            : await around.SayAsync(NotDone, $"Not the same: {string.Join(", ", differences)}");
    }

    private static async Task<int> VerifyAsync(Surroundings around)
    {
        var verdict = await around.Get<RecordCheck>().RunAsync(around.Token);
        var end = verdict.End is { } last ? $" It ends with {last.Number} of {last.Day:yyyy-MM-dd}: {last.Hash}." : "";
        await around.SayAsync(Done, $"{verdict.Lines} lines, {verdict.Waiting} wait.{end}");
        foreach (var fault in verdict.Faults)
        {
            var upto = fault.Upto is { } to ? $"–{to}" : "";
            await around.SayAsync(NotDone, $"{fault.Kind}: {fault.Day:yyyy-MM-dd}, {fault.Number}{upto} {fault.Key}");
        }

        return verdict.IsWhole
            ? await around.SayAsync(Done, "The record is whole.")
            : await around.SayAsync(NotDone, $"The record is not whole: {verdict.FaultCount} places.");
    }

    private static async Task<int> KeepAsync(Surroundings around)
    {
        var isDry = !around.Args.Contains("--apply", StringComparer.Ordinal);
        foreach (var count in await around.Get<RetentionService>().RunAsync(isDry, around.Token))
        {
            await around.SayAsync(
                Done,
                count.Days == 0
                    ? $"{count.Kind}: kept for ever"
                    : $"{count.Kind}: {count.Old} older than {count.Days} days {(isDry ? "would go" : "went")}");
        }

        return Done;
    }

    /// <summary>What a command is given, and where it tells what it did.</summary>
    private sealed record Surroundings(string[] Args, IServiceProvider Services, TextWriter Output, CancellationToken Token)
    {
        public T Get<T>()
            where T : notnull => Services.GetRequiredService<T>();

        public string? Option(string name) =>
            Array.IndexOf(Args, name) is >= 0 and var at && at + 1 < Args.Length ? Args[at + 1] : null;

        /// <summary>A folder, <c>container:name</c> of the same storage account, or the address of a container elsewhere.</summary>
        public async Task<IBackUpPlace> PlaceAsync(string option)
        {
            var place = Option(option)
                ?? throw new BackUpException($"Say where: {option} and a folder, {OwnContainer}name or an address.");
            if (place.StartsWith(OwnContainer, StringComparison.Ordinal))
            {
                var container = Get<Store>().Container(place[OwnContainer.Length..]);
                await container.CreateIfNotExistsAsync(cancellationToken: Token);
                return new BackUpContainer(container);
            }

            if (!Uri.TryCreate(place, UriKind.Absolute, out var address) || address.Scheme != Uri.UriSchemeHttps)
            {
                return new BackUpFolder(place);
            }

            var hasToken = address.Query.Length > 0;
            return new BackUpContainer(hasToken ? new(address) : new BlobContainerClient(address, new AzureCliCredential()));
        }

        /// <summary>From a file: what stands in a command line is read by others.</summary>
        public async Task<string?> KeyAsync() =>
            Option("--key-file") is { } file ? (await File.ReadAllTextAsync(file, Token)).Trim() : null;

        public async Task<int> SayAsync(int outcome, string text)
        {
            await Output.WriteLineAsync(text.AsMemory(), Token);
            return outcome;
        }
    }
}
