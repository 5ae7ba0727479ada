using Dissemination.Content;
using Dissemination.Problems;
using Dissemination.Simulators.Faults;
using Dissemination.Simulators.Translator;
using Dissemination.Tests.Flow;
using Dissemination.Translation;
using Dissemination.Translation.Drafting;
using Dissemination.Translation.Review;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using ETag = Azure.ETag;

namespace Dissemination.Tests.Translation.Review;

/// <summary>Filling in while the translator is down, refuses or has nothing left: what is known is filled in all the same.</summary>
public sealed class FillWithoutMachineTests : Rooms
{
    private const string Body = "Bà con trồng lúa. Bà con trồng lúa. Xã họp bàn.";

    private TranslatorSimulator _translator = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<CallFault, string> Faults => new()
    {
        { TranslatorFault.InvalidKey, nameof(ProblemTexts.TranslatorRefused) },
        { TranslatorFault.OutOfQuota, nameof(ProblemTexts.TranslatorOutOfQuota) },
        { TranslatorFault.Throttled(17), nameof(ProblemTexts.TranslatorBusy) },
        { TranslatorFault.ServerError, nameof(ProblemTexts.TranslatorFailed) },
    };

    public override async ValueTask InitializeAsync()
    {
        _translator = await TranslatorSimulator.StartAsync(cancellationToken: Cancellation);
        await base.InitializeAsync();
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await _translator.DisposeAsync();
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task What_is_known_is_filled_in_and_why_the_machine_did_not_is_told(CallFault fault, string code)
    {
        await HandInAsync("items/trong-lua.md", SampleFiles.Article("Trồng lúa", Body));
        var id = VersionId.Parse("trong-lua.1.mww-Latn-x-rpa", null);
        var editor = await PersonAsync("na-bung-2");
        Assert.True((await Get<TranslationService>().DraftSegmentsAsync(
            id, new Dictionary<int, string?> { [1] = "Peb cog nplej." }, editor, ETag.All, Cancellation)).IsDone);
        _translator.FailNext(fault);

        var filled = await Get<SegmentFiller>().FillAsync(id, editor, ETag.All, Cancellation);

        Assert.Equal(code, filled.Value?.Missed?.Code);
        Assert.Equal(
            [null, "Peb cog nplej.", "Peb cog nplej.", null], filled.Value!.Row.Value.Segments.Select(segment => segment.Target));
        Assert.Equal(filled.Value.Row.ETag, (await TranslationAsync(id.ToString())).ETag);
    }

    [Fact]
    public async Task Where_nothing_is_known_the_machines_reason_is_the_answer()
    {
        await HandInAsync("items/moi.md", SampleFiles.Article("Mới", "Câu này mới."));
        _translator.FailNext(TranslatorFault.OutOfQuota);

        var filled = await Get<SegmentFiller>().FillAsync(
            VersionId.Parse("moi.1.mww-Latn-x-rpa", null), await PersonAsync("na-bung-2"), ETag.All, Cancellation);

        Assert.Equal(nameof(ProblemTexts.TranslatorOutOfQuota), filled.Problem?.Code);
    }

    private protected override Task HandInOwnDirectoryAsync() => HandInDirectoryAsync(
        SampleFiles.Communes.Replace("hmn-Latn-x-chv", "hmn-Latn-x-chv;mww-Latn-x-rpa", StringComparison.Ordinal),
        people: SampleFiles.People + "\nna-bung-2,Cán bộ văn hoá xã Nà Bủng,communicator,na-bung,vi;mww-Latn-x-rpa\n");

    private protected override void Configure(WebApplicationBuilder builder)
    {
        builder.Configuration[$"{TranslatorOptions.Section}:{nameof(TranslatorOptions.Endpoint)}"] = _translator.BaseUrl;
        builder.Configuration[$"{TranslatorOptions.Section}:{nameof(TranslatorOptions.Key)}"] = TranslatorSimulator.Key;
    }
}
