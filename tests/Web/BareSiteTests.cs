using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;

namespace Dissemination.Tests.Web;

/// <summary>The program over a storage that answers nothing.</summary>
public sealed class BareSiteTests
{
    /// <summary>A connection string to a port that nothing listens on, with the key that every emulator has.</summary>
    internal const string DeadStorage =
        "DefaultEndpointsProtocol=http;AccountName=devstoreaccount1;"
        + "AccountKey=Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==;"
        + "BlobEndpoint=http://127.0.0.1:1/a;QueueEndpoint=http://127.0.0.1:1/a;TableEndpoint=http://127.0.0.1:1/a;";

    [Fact]
    public async Task The_first_page_and_its_style_answer_while_storage_does_not()
    {
        await using var program = await ServeAsync(withSamplePeople: true);
        using var visitor = new Visitor(new(program.Urls.First()), "can-bo-tuyen-giao");
        var (status, html) = await visitor.ReadAsync("/");
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains("/sign-in?other=true", html, StringComparison.Ordinal);
        using var style = await visitor.GetAsync(html.Split("rel=\"stylesheet\" href=\"")[1].Split('"')[0]);
        Assert.Equal("text/css", style.Content.Headers.ContentType!.MediaType);
        Assert.True(style.Headers.CacheControl!.MaxAge > TimeSpan.FromDays(300));
    }

    [Fact]
    public async Task Where_nobody_is_to_be_chosen_there_is_no_sign_in_page_and_no_preview()
    {
        await using var program = await ServeAsync(withSamplePeople: false);
        using var visitor = new Visitor(new(program.Urls.First()), person: null);
        var (_, home) = await visitor.ReadAsync("/");
        Assert.Contains("Chưa nối với hệ thống đăng nhập", home, StringComparison.Ordinal);
        Assert.DoesNotContain("/sign-in", home, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.ReadAsync("/sign-in")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.ReadAsync("/preview")).Status);
    }

    private static async Task<WebApplication> ServeAsync(bool withSamplePeople)
    {
        var program = ComposedProgram.Build(builder =>
        {
            builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal)
            {
                ["AzureWebJobsStorage"] = DeadStorage,
                ["Site:BaseUrl"] = "https://example.org",
                ["SignIn:Sample"] = withSamplePeople ? "true" : "false",
            });
        });
        await program.StartAsync(TestContext.Current.CancellationToken);
        return program;
    }
}
