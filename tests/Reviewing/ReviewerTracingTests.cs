using System.Diagnostics;
using Dissemination.Tests.Flow;
using Dissemination.Translation;
using ETag = Azure.ETag;

namespace Dissemination.Tests.Reviewing;

/// <summary>What reviewers do, and are told, lies in the trace of the file whose translation it is.</summary>
[Collection(TracedAlone.Name)]
public sealed class ReviewerTracingTests(ReviewerHouse house) : IClassFixture<ReviewerHouse>
{
    [Fact]
    public async Task From_the_file_over_its_review_to_the_channel_is_one_trace()
    {
        using var traced = new Traced();
        var id = await house.SubmittedAsync("vet-duyet");
        var approved = await house.Get<TranslationService>()
            .ApproveAsync(id, await house.PersonAsync("bung-lao-2"), ETag.All, TestContext.Current.CancellationToken);
        Assert.True(approved.IsDone, approved.Problem?.Code);
        await house.PublishAsync();

        var intake = Assert.Single(traced.Of("intake"));
        var acts = traced.Of("review");
        Assert.Equal(["translation-drafted", "translation-submitted", "translation-approved"], acts.Select(span => span.GetTagItem("act")));
        Assert.All(acts, span => Assert.Equal(intake.SpanId, span.ParentSpanId));
        var calling = Assert.Single(traced.Of("call-reviewers"));
        Assert.Equal(acts[1].SpanId, calling.ParentSpanId);
        var tellings = traced.Of("tell-reviewer");
        Assert.Equal(2, tellings.Count);
        Assert.All(tellings, span => Assert.Equal(calling.SpanId, span.ParentSpanId));
        Assert.Equal(acts[2].SpanId, Assert.Single(traced.Of("publish"), IsThai).ParentSpanId);
        Assert.Equal(
            "delivered",
            Assert.Single(traced.Of("deliver"), span => IsThai(span) && span.GetTagItem("channel") is "telegram").GetTagItem("outcome"));
        Assert.Single(traced.Spans.Select(span => span.TraceId).Distinct());
        Assert.All(
            traced.Spans.SelectMany(span => span.TagObjects),
            tag => Assert.DoesNotContain("bung-lao", $"{tag.Value}", StringComparison.Ordinal));

        static bool IsThai(Activity span) => span.GetTagItem("language") is "blt-Tavt";
    }
}
