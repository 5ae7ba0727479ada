using System.Net.Http.Headers;
using System.Text;

using Dissemination.Local.Host;

using Xunit;

namespace Dissemination.Tests.Local;

public class InvocationAnswerTests
{
    [Theory]
    [InlineData(200, "application/json", """{"Outputs":{},"Logs":[],"ReturnValue":null}""")]
    [InlineData(202, "application/json; charset=utf-8", "{}")]
    public void A_2xx_with_a_JSON_object_is_done(int status, string type, string body)
    {
        Assert.Null(Judge(status, type, body));
    }

    [Theory]
    [InlineData(404, "application/json", "{}", "404")]
    [InlineData(500, "application/json", "{}", "500")]
    [InlineData(302, "application/json", "{}", "302")]
    [InlineData(200, "application/json", "", "nothing")]
    [InlineData(204, null, "", "nothing")]
    [InlineData(200, "text/plain", "{}", "else than JSON")]
    [InlineData(200, null, "{}", "else than JSON")]
    [InlineData(200, "application/json", "{", "parse")]
    [InlineData(200, "application/json", "[]", "object")]
    public void Everything_else_has_failed(int status, string? type, string body, string reason)
    {
        Assert.Contains(reason, Judge(status, type, body), StringComparison.Ordinal);
    }

    private static string? Judge(int status, string? type, string body) =>
        InvocationAnswer.Failure(status, type is null ? null : MediaTypeHeaderValue.Parse(type), Encoding.UTF8.GetBytes(body));
}
