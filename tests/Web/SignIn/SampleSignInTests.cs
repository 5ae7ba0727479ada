using Dissemination.Web.SignIn;
using Microsoft.Extensions.Configuration;

namespace Dissemination.Tests.Web.SignIn;

public sealed class SampleSignInTests
{
    private const string Azurite =
        "DefaultEndpointsProtocol=http;AccountName=a;AccountKey=b;BlobEndpoint=http://127.0.0.1:10000/a;QueueEndpoint=http://localhost:10001/a;TableEndpoint=http://[::1]:10002/a;";

    [Theory]
    [InlineData(Azurite)]
    [InlineData("UseDevelopmentStorage=true")]
    public void On_one_machine_nothing_of_Azures_is_found(string storage) => Assert.Null(Find(("AzureWebJobsStorage", storage)));

    [Theory]
    [InlineData("WEBSITE_SITE_NAME")]
    [InlineData("WEBSITE_INSTANCE_ID")]
    [InlineData("CONTAINER_APP_NAME")]
    [InlineData("IDENTITY_ENDPOINT")]
    [InlineData("MSI_ENDPOINT")]
    [InlineData("APPLICATIONINSIGHTS_CONNECTION_STRING")]
    public void What_Azure_sets_is_found(string variable) =>
        Assert.Equal(variable, Find(("AzureWebJobsStorage", Azurite), (variable, "x")));

    [Theory]
    [InlineData("DefaultEndpointsProtocol=https;AccountName=a;AccountKey=b;EndpointSuffix=core.windows.net")]
    [InlineData("BlobEndpoint=http://127.0.0.1:10000/a;EndpointSuffix=core.windows.net")]
    [InlineData("BlobEndpoint=http://127.0.0.1:10000/a;TableEndpoint=https://a.table.core.windows.net")]
    [InlineData("BlobEndpoint=https://storage.example.org")]
    [InlineData("not a connection string")]
    [InlineData("")]
    public void A_storage_account_that_is_not_on_this_machine_is_found(string storage) =>
        Assert.Equal("AzureWebJobsStorage", Find(("AzureWebJobsStorage", storage)));

    [Fact]
    public void An_account_that_is_reached_by_identity_is_found() =>
        Assert.Equal(
            "AzureWebJobsStorage__blobServiceUri", Find(("AzureWebJobsStorage:blobServiceUri", "https://a.blob.core.windows.net")));

    private static string? Find(params (string Name, string? Value)[] settings) =>
        SampleSignIn.FindAzure(
            new ConfigurationBuilder().AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Name, setting.Value)))
                .Build());
}
