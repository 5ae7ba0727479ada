using System.Globalization;
using Azure.Storage.Blobs.Models;
using Dissemination.Problems;
using Dissemination.Storage;

namespace Dissemination.Intake;

/// <summary>
/// Keeps what was not accepted, with the reasons beside it: <c>rejected/content/[hand-in]/items/bad.md</c> and <c>….problems.json</c>.
/// </summary>
internal sealed class RejectionStore(Store store)
{
    /// <summary>A blob's name holds 1,024 characters.</summary>
    private const int MostPathLength = 900;

    private static readonly CultureInfo Vietnamese = CultureInfo.GetCultureInfo("vi-VN");
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-US");

    /// <summary>Two transactions; the same again writes the same.</summary>
    public async Task KeepAsync(HandIn handIn, Stream original, CancellationToken cancellationToken)
    {
        var path = BlobOf(handIn);
        var container = store.Container(Containers.Rejected);
        await container.GetBlobClient(path).UploadAsync(original, Headers("application/octet-stream"), cancellationToken);
        var json = ReadableJson.Write(Reasons(handIn), IntakeJson.Default.Rejection, indented: true);
        await container.GetBlobClient($"{path}.problems.json")
            .UploadAsync(new BinaryData(json), Headers("application/json; charset=utf-8"), cancellationToken);
    }

    /// <summary>Where the original of a rejected hand-in lies in <c>rejected</c>.</summary>
    public static string BlobOf(HandIn handIn)
    {
        var file = handIn.File.Length <= MostPathLength ? handIn.File : handIn.File[^MostPathLength..];
        return $"{handIn.Container}/{handIn.Id}/{file}";
    }

    private static Rejection Reasons(HandIn handIn) =>
        new(handIn.File, handIn.Id, handIn.At, handIn.By, [.. handIn.Problems.Select(Reason)]);

    private static RejectionReason Reason(Problem problem) =>
        new(problem.Code, problem.Place?.File, problem.Place?.Line, problem.Place?.Field, problem.Text(Vietnamese), problem.Text(English));

    private static BlobUploadOptions Headers(string contentType) => new() { HttpHeaders = new() { ContentType = contentType } };
}
