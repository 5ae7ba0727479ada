using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using Dissemination.Content;
using Dissemination.Intake;
using Dissemination.Reviewing;
using Dissemination.Storage;
using Dissemination.Tests.Reviewing;
using Dissemination.Tests.Web;
using Dissemination.Translation.Exchange;
using Dissemination.Web.Public;

namespace Dissemination.Tests.Flow;

/// <summary>A thousand inputs that are nearly right, by every way in: each is taken, or refused with a reason, as a whole.</summary>
public sealed class MalformedInputsTests(ReviewerHouse house) : IClassFixture<ReviewerHouse>
{
    private const int Seed = 20261128;

    private const int Inputs = 1_000;

    private const int AtOnce = 6;

    /// <summary>What an input may cost the processor when it is sent, and again when it is taken in.</summary>
    private static readonly TimeSpan Most = TimeSpan.FromSeconds(2);

    private readonly ConcurrentBag<string> _wrong = [];

    private readonly ConcurrentDictionary<int, TimeSpan> _takenFor = new();

    private readonly ConcurrentBag<HandIn> _handedIn = [];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_is_taken_or_refused_with_a_reason_and_nothing_is_half_written()
    {
        var version = await house.DraftedAsync("lam-hong");
        var xliff = (await house.Get<ExchangeService>().WriteAsync(version, Cancellation))!;
        var made = new MalformedInputs(Seed);
        var ways = Enumerable.Range(0, Inputs).Select(number => Way(number, made, version, xliff)).ToList();
        using var staff = new Caller(house.Address, "can-bo");
        using var translator = new Caller(house.Address, "bung-lao-1");

        await Parallel.ForEachAsync(
            ways,
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = Cancellation },
            async (send, _) => await NoteAsync(send));
        var dear = await DearAsync();
        _takenFor.Clear();
        foreach (var number in dear)
        {
            // What is read for the first time is compiled first, and that is not measured.
            await NoteAsync(ways[number]);
        }

        Assert.Empty(_wrong);
        Assert.Empty(await DearAsync());
        await NothingIsHalfWrittenAsync();
        await EveryListOpensAsync(version);

        async Task NoteAsync(Func<Caller, Caller, Task<string?>> send)
        {
            if (await send(staff, translator) is { } wrong)
            {
                _wrong.Add(wrong);
            }
        }
    }

    /// <summary>All bytes are made before the first is sent, so that they do not depend on what is quicker.</summary>
    private Func<Caller, Caller, Task<string?>> Way(int number, MalformedInputs made, VersionId version, byte[] xliff)
    {
        switch (number % 10)
        {
            case 0:
                var found = made.Xliff(xliff);
                return (_, translator) => SendAsync(
                    translator, new(number, HttpMethod.Post, $"/api/xliff?language={version.Language}", found, "application/xliff+xml"));
            case 1:
                var terms = made.GlossaryFile();
                return (staff, _) => SendAsync(staff, new(number, HttpMethod.Post, "/api/glossary/blt-Tavt.csv", terms, "text/csv"));
            case 2:
                var tbx = made.Tbx();
                return (staff, _) => SendAsync(staff, new(number, HttpMethod.Post, "/api/glossary/blt-Tavt.tbx", tbx, "application/x-tbx"));
            case 3:
                var memory = made.Memory();
                return (staff, _) => SendAsync(
                    staff, new(number, HttpMethod.Post, $"/api/memory/blt-Tavt?name=a{number}.tmx", memory, "application/x-tmx+xml"));
            case 4:
                var draft = number % 20 == 4 ? made.Draft() : made.Segments();
                var place = number % 20 == 4 ? "" : "/segments";
                return (_, translator) => SendAsync(
                    translator, new(number, HttpMethod.Put, $"/api/translations/{version}{place}", draft, "application/json"));
            case 5:
                var comment = made.Comment();
                return (_, translator) => SendAsync(
                    translator, new(number, HttpMethod.Post, $"/api/translations/{version}/comments", comment, "application/json"));
            case 6:
                var update = made.Update();
                return (staff, _) => SendAsync(
                    staff, new(number, HttpMethod.Post, ReviewerConnections.Path, update, "application/json"));
            default:
                var (path, bytes) = made.File(number);
                return (staff, _) => HandInAsync(
                    staff, new(number, HttpMethod.Put, $"/api/content/{path}", bytes, "application/octet-stream"), path);
        }
    }

    /// <returns>What was wrong with the answer; null where nothing was.</returns>
    private static async Task<string?> SendAsync(Caller caller, Input input)
    {
        using var request = Request(input);
        request.Headers.TryAddWithoutValidation("If-Match", "*");
        request.Headers.Add(ReviewerWebhook.SecretHeader, ReviewerHouse.Secret);
        using var answer = await caller.Http.SendAsync(request, Cancellation);
        var told = await answer.Content.ReadAsStringAsync(Cancellation);
        return (int)answer.StatusCode < 300 || ((int)answer.StatusCode < 500 && IsReason(told))
            ? null
            : $"{input.Method} {input.Address}: {(int)answer.StatusCode}: {Shown(told)} for {Shown(input.Bytes)}";
    }

    /// <summary>By the front door, and then what the host does when it hears of the file.</summary>
    private async Task<string?> HandInAsync(Caller staff, Input input, string path)
    {
        using var request = Request(input);
        using var answer = await staff.Http.SendAsync(request, Cancellation);
        if (!answer.IsSuccessStatusCode)
        {
            return (int)answer.StatusCode < 500 ? null : $"PUT {path}: {(int)answer.StatusCode} for {Shown(input.Bytes)}";
        }

        try
        {
            var blob = house.Store.Container(Containers.Content).GetBlobClient(path);
            HandIn? taken = null;
            _takenFor[input.Number] = await ProcessorTime.OfAsync(
                async () => taken = await house.Get<ContentIntake>().TakeAsync(blob, Cancellation));
            var handIn = taken!;
            _handedIn.Add(handIn);
            return handIn.State is not HandInState.Rejected || !handIn.Problems.IsEmpty
                ? null
                : $"{path}: {handIn.State} for {Shown(input.Bytes)}";
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            return $"{path}: {e} for {Shown(input.Bytes)}";
        }
    }

    private static HttpRequestMessage Request(Input input)
    {
        var request = new HttpRequestMessage(input.Method, input.Address)
        {
            Content = new ByteArrayContent(input.Bytes) { Headers = { ContentType = new(input.Type) } },
        };
        RequestCosts.Number(request, input.Number);
        return request;
    }

    /// <summary>The numbers of the inputs that cost more than one may.</summary>
    private async Task<List<int>> DearAsync() =>
        [.. (await house.Costs.AllAsync()).Concat(_takenFor).Where(cost => cost.Value > Most).Select(cost => cost.Key).Distinct()];

    private async Task NothingIsHalfWrittenAsync()
    {
        var taken = _handedIn.Where(handIn => handIn.State is HandInState.Accepted).Select(handIn => handIn.File)
            .Append("items/lam-hong.md").ToHashSet(StringComparer.Ordinal);
        await foreach (var item in house.Get<ItemReader>().AllAsync(Cancellation))
        {
            Assert.Contains(item.Value.SourceFile, taken);
            Assert.NotNull(await house.Get<ItemReader>().RevisionAsync(item.Value.Id, item.Value.Revision, Cancellation));
        }

        Assert.True(taken.Count < _handedIn.Count, "some are refused");
        Assert.True(taken.Count > 1, "some are taken");
        foreach (var handIn in _handedIn)
        {
            Assert.NotNull(await house.Get<HandInStore>().FindAsync(handIn.Id, Cancellation));
        }
    }

    private async Task EveryListOpensAsync(VersionId version)
    {
        using var staff = new Visitor(house.Address, "can-bo");
        string[] pages =
        [
            "/items", "/hand-in", "/troubles", "/glossary?language=blt-Tavt", "/memory?language=blt-Tavt", $"/translations/{version}",
        ];
        foreach (var page in pages)
        {
            Assert.Equal(200, (int)(await staff.ReadAsync(page)).Status);
        }
    }

    /// <summary>Telegram reads no words; all others get a problem with what is wrong.</summary>
    private static bool IsReason(string told) =>
        told.Length == 0 || JsonDocument.Parse(told).RootElement.TryGetProperty("title", out _);

    private static string Shown(byte[] bytes) => Shown(System.Text.Encoding.UTF8.GetString(bytes));

    private static string Shown(string text) =>
        text.Length <= 600 ? text : string.Create(CultureInfo.InvariantCulture, $"{text[..600]}… ({text.Length})");

    /// <summary>What is sent, under the number of its way.</summary>
    private sealed record Input(int Number, HttpMethod Method, string Address, byte[] Bytes, string Type);
}
