using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Dissemination.Content;
using Dissemination.Deliveries;
using Dissemination.Intake;
using Dissemination.Publishing;
using Dissemination.Reviewing;

namespace Dissemination.Tests;

/// <summary>What was stored or sent before there were traces, or where none is kept, is read as it is.</summary>
public sealed class TraceParentTests
{
    private const string Parent = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    [Fact]
    public void A_version_that_is_due() =>
        AssertOptional("""{"version":"mac-ca.1.vi","at":"2026-11-23T01:00:00+00:00"}""", ContentJson.Default.VersionDue, due => due.TraceParent);

    [Fact]
    public void A_report_that_is_due() =>
        AssertOptional("""{"item":"mac-ca","at":"2026-11-23T01:00:00+00:00"}""", ContentJson.Default.ItemDue, due => due.TraceParent);

    [Fact]
    public void A_message_to_Translation() =>
        AssertOptional("""{"items":["mac-ca"]}""", ContentJson.Default.TranslationRequest, wanted => wanted.TraceParent);

    [Fact]
    public void An_item() =>
        AssertOptional(
            """
            {"id":"mac-ca","revision":1,"contentHash":"0","sourceFile":"items/mac-ca.md","handIn":"0000000000000000000-000000000000",
            "kind":"article","headline":"Mắc ca","sample":true,"acceptedAt":"2026-11-23T01:00:00+00:00"}
            """,
            ContentJson.Default.Item,
            item => item.TraceParent);

    [Fact]
    public void A_hand_in() =>
        AssertOptional(
            """
            {"id":"0000000000000000000-000000000000","container":"content","file":"items/mac-ca.md","at":"2026-11-23T01:00:00+00:00",
            "state":"waiting","items":[],"problems":[],"waitsFor":[]}
            """,
            IntakeJson.Default.HandIn,
            handIn => handIn.TraceParent);

    [Fact]
    public void A_step_of_the_fan_out() =>
        AssertOptional(
            """{"version":"mac-ca.1.vi","dueAt":"2026-11-23T01:00:00+00:00","at":"2026-11-23T01:00:00+00:00","planned":0}""",
            PublishingJson.Default.FanOutStep,
            step => step.TraceParent);

    [Fact]
    public void A_delivery() =>
        AssertOptional(
            """
            {"id":"mac-ca.1.vi.bung-lao.telegram","channel":"telegram","action":"post","lane":"telegram_tinh","state":"due",
            "plannedAt":"2026-11-23T01:00:00+00:00","link":"0"}
            """,
            DeliveriesJson.Default.Delivery,
            delivery => delivery.TraceParent);

    [Fact]
    public void A_call_of_a_reviewer() =>
        AssertOptional(
            """{"text":"mac-ca.1.blt-Tavt","person":"bung-lao-1"}""", ReviewingJson.Default.ReviewerCall, call => call.TraceParent);

    /// <param name="json">As it was written without a trace; with one it has a property more.</param>
    private static void AssertOptional<T>(string json, JsonTypeInfo<T> type, Func<T, string?> traceParent)
        where T : class
    {
        var without = JsonSerializer.Deserialize(json, type)!;
        Assert.Null(traceParent(without));
        Assert.DoesNotContain("traceParent", JsonSerializer.Serialize(without, type), StringComparison.Ordinal);

        var with = JsonSerializer.Deserialize($$"""{"traceParent":"{{Parent}}",{{json.TrimStart()[1..]}}""", type)!;
        Assert.Equal(Parent, traceParent(JsonSerializer.Deserialize(JsonSerializer.Serialize(with, type), type)!));
    }
}
