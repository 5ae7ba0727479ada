using Dissemination.Content;
using Dissemination.Translation;
using Dissemination.Translation.Segments;
using Dissemination.Web.Pages.Communes;
using Microsoft.AspNetCore.Http;

namespace Dissemination.Tests.Web.Pages.Communes;

public sealed class SegmentsFormTests
{
    [Fact]
    public void Lines_that_are_typed_into_a_segment_stay_lines_and_what_is_the_same_is_nothing_new()
    {
        var stored = new TranslatedVersion
        {
            Id = new(new("bai"), 1, new("blt-Tavt")),
            State = TranslationState.Drafted,
            Text = VersionText.Empty,
            SourceHash = "",
            ChangedAt = default,
            Segments = [new(TextPart.Body, 2, "một\nhai"), new(TextPart.Body, 1, "ba")],
        };

        var written = SegmentsForm.Written(new FormCollection(new() { ["s0"] = "một\r\nhai", ["s1"] = "bốn\r\nnăm" }), stored);

        Assert.Equal((1, "bốn\nnăm"), Assert.Single(written.Select(segment => (segment.Key, segment.Value))));
    }
}
