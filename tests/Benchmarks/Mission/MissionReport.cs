using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Dissemination.Tests.Runs;

namespace Dissemination.Benchmarks.Mission;

/// <summary>All figures of a run, each part as far as it ran.</summary>
internal sealed record MissionReport
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Converters = { new WrittenMeasurement(), new WrittenNumber() },
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public required DateTimeOffset MeasuredAt { get; init; }

    public Machine Machine { get; } = Machine.This;

    public required int Items { get; init; }

    public int Destinations { get; } = MissionPlan.Destinations;

    /// <summary>Growing, the whole month last.</summary>
    public List<MonthResult> Months { get; } = [];

    public List<PageResult> Pages { get; } = [];

    /// <summary>The first item of a new storage, for which the program has to learn all, and the one after it.</summary>
    public List<SingleResult> Singles { get; } = [];

    public IdleResult? Idle { get; set; }

    public List<PeerResult> Peers { get; } = [];

    public Task WriteAsync(string file)
    {
        System.IO.Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!);
        return File.WriteAllTextAsync(file, JsonSerializer.Serialize(this, Json) + "\n");
    }
}
