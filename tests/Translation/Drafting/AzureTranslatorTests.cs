using Dissemination.Directory;
using Dissemination.Problems;
using Dissemination.Simulators.Faults;
using Dissemination.Simulators.Translator;
using Dissemination.Translation.Drafting;
using FsCheck.Xunit;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Dissemination.Tests.Translation.Drafting;

public sealed class AzureTranslatorTests : IAsyncLifetime
{
    private static readonly LanguageTag Rpa = new("mww-Latn-x-rpa");

    private TranslatorSimulator _service = null!;

    public async ValueTask InitializeAsync() =>
        _service = await TranslatorSimulator.StartAsync(cancellationToken: TestContext.Current.CancellationToken);

    public ValueTask DisposeAsync() => _service.DisposeAsync();

    [Fact]
    public async Task Texts_are_drafted_in_their_order()
    {
        var drafts = await Translate(["Một", "Hai \"ba\""]);

        Assert.Equal(["[mww] Một", "[mww] Hai \"ba\""], drafts.Value!.Texts);
        Assert.Equal("southeastasia", Assert.Single(_service.CallsMade).Region);
    }

    [Fact]
    public async Task Many_and_long_texts_are_split_into_calls_that_are_taken()
    {
        string[] texts =
            [.. Enumerable.Range(0, 2_001).Select(number => $"{number}"), new('a', 50_000), new('b', 30_000), new('c', 20_000), "d"];

        var drafts = await Translate(texts);

        Assert.Equal(texts.Select(text => "[mww] " + text), drafts.Value!.Texts);
        Assert.Equal([1_000, 1_000, 1, 1, 2, 1], _service.CallsMade.Select(call => call.Texts.Length));
    }

    [Property(MaxTest = 500)]
    public bool Batches_lose_nothing_and_keep_the_limits(byte[] lengths)
    {
        string[] texts = [.. lengths.Select(length => new string('x', length % 50))];

        var batches = TextBatches.Of(texts, 4, 50).ToList();

        return batches.SelectMany(batch => batch).SequenceEqual(texts)
            && batches.TrueForAll(batch => batch.Count is > 0 and <= 4 && batch.Sum(text => text.Length) <= 50);
    }

    public static TheoryData<CallFault, string, string> Faults => new()
    {
        { TranslatorFault.InvalidKey, nameof(ProblemTexts.TranslatorRefused), "" },
        { TranslatorFault.OutOfQuota, nameof(ProblemTexts.TranslatorOutOfQuota), "" },
        { TranslatorFault.Throttled(17), nameof(ProblemTexts.TranslatorBusy), "17" },
        { TranslatorFault.Throttled(null), nameof(ProblemTexts.TranslatorBusy), "60" },
        { TranslatorFault.ServerError, nameof(ProblemTexts.TranslatorFailed), "500" },
        { new CallFault.Garbage(502, "<html>", Accept: false), nameof(ProblemTexts.TranslatorFailed), "502" },
        { new CallFault.Garbage(200, "[{\"translations\":", Accept: false), nameof(ProblemTexts.TranslatorFailed), "JSON" },
        { new CallFault.Garbage(200, "[]", Accept: false), nameof(ProblemTexts.TranslatorFailed), "JSON" },
        { new CallFault.Garbage(200, "[null]", Accept: false), nameof(ProblemTexts.TranslatorFailed), "JSON" },
        { new CallFault.Cut(Accept: false), nameof(ProblemTexts.TranslatorFailed), "" },
    };

    [Theory]
    [MemberData(nameof(Faults), DisableDiscoveryEnumeration = true)]
    public async Task What_goes_wrong_is_told_and_not_tried_again(CallFault fault, string code, string argument)
    {
        _service.FailNext(fault);

        var drafts = await Translate(["Một"]);

        Assert.Equal(code, drafts.Problem!.Code);
        Assert.Contains(
            argument, string.Concat(drafts.Problem.Arguments.IsDefault ? [] : drafts.Problem.Arguments), StringComparison.Ordinal);
        Assert.Equal(1, _service.Calls);
    }

    [Theory]
    [InlineData("blt-Tavt")]
    [InlineData("twh-Tavt")]
    [InlineData("blt-Latn")]
    [InlineData("hmn-Latn-x-chv")]
    [InlineData("th")]
    [InlineData("lo")]
    [InlineData("vi")]
    public async Task No_other_language_is_served_or_sent(string tag)
    {
        await using var services = Services();
        var translator = services.GetRequiredService<IDraftTranslator>();

        Assert.False(translator.Serves(new(tag)));
        Assert.Equal(
            nameof(ProblemTexts.TranslatorWithoutLanguage),
            (await translator.TranslateAsync(["Một"], new(tag), TestContext.Current.CancellationToken)).Problem!.Code);
        Assert.Equal(0, _service.Calls);
    }

    [Fact]
    public async Task A_text_that_is_too_long_for_any_call_and_a_key_that_Azure_did_not_resolve_call_nothing()
    {
        Assert.Equal(nameof(ProblemTexts.TranslatorTextTooLong), (await Translate([new('a', 50_001)])).Problem!.Code);
        Assert.Equal(
            nameof(ProblemTexts.TranslatorRefused),
            (await Translate(["Một"], "@Microsoft.KeyVault(SecretUri=https://vault/secrets/key)")).Problem!.Code);
        Assert.Equal(0, _service.Calls);
    }

    [Fact]
    public async Task A_wrong_key_is_refused_by_the_service() =>
        Assert.Equal(nameof(ProblemTexts.TranslatorRefused), (await Translate(["Một"], "wrong")).Problem!.Code);

    [Fact]
    public async Task Without_settings_there_is_no_translator()
    {
        await using var services = Services([]);

        Assert.Null(services.GetService<IDraftTranslator>());
        Assert.False(services.GetRequiredService<DraftTranslators>().Serves(Rpa));
        Assert.False(services.GetRequiredService<IOptions<TranslatorOptions>>().Value.IsConfigured);
    }

    [Theory]
    [InlineData("https://translator.example", "key", true)]
    [InlineData("http://127.0.0.1:5000", "key", true)]
    [InlineData("http://translator.example", "key", false)]
    [InlineData("https://translator.example/translate", "key", false)]
    [InlineData("translator", "key", false)]
    [InlineData("https://translator.example", "", false)]
    [InlineData(null, null, true)]
    public void Settings_are_checked(string? endpoint, string? key, bool isValid) =>
        Assert.Equal(isValid, new TranslatorOptionsValidator().Validate(name: null, new() { Endpoint = endpoint, Key = key }).Succeeded);

    private ServiceProvider Services(string key = TranslatorSimulator.Key) =>
        Services(
            new Dictionary<string, string?>
            {
                ["Translator:Endpoint"] = _service.BaseUrl,
                ["Translator:Key"] = key,
                ["Translator:Region"] = "southeastasia",
            });

    private static ServiceProvider Services(Dictionary<string, string?> settings)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
        return new ServiceCollection()
            .AddSingleton(TimeProvider.System)
            .AddSingleton<IConfiguration>(configuration)
            .AddDrafting(configuration)
            .BuildServiceProvider();
    }

    private async Task<Result<DraftTexts>> Translate(string[] texts, string key = TranslatorSimulator.Key)
    {
        await using var services = Services(key);
        return await services.GetRequiredService<DraftTranslators>()
            .Find(Rpa)!.TranslateAsync(texts, Rpa, TestContext.Current.CancellationToken);
    }
}
