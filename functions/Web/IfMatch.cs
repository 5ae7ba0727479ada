using System.Reflection;
using Azure;
using Dissemination.Web.Pages.Frame;

namespace Dissemination.Web;

/// <summary>
/// The version that a change names, so that the second of two changes gets a conflict instead of overwriting the first: programs name it in
/// <c>If-Match</c>, forms in their field <c>etag</c>. Who names none is answered by <see cref="UnreadAnswers"/>.
/// </summary>
internal sealed record IfMatch(ETag Version) : IBindableFromHttpContext<IfMatch>
{
    private const string Field = "etag";

    public static ValueTask<IfMatch?> BindAsync(HttpContext context, ParameterInfo parameter) => ReadAsync(context);

    public static async ValueTask<IfMatch?> ReadAsync(HttpContext context)
    {
        var named = context.Request.Headers.IfMatch.ToString();
        return (named.Length > 0 ? named : (await OwnForm.ReadAsync(context))[Field].ToString()) switch
        {
            "" => null,
            "*" => new(ETag.All),
            var version => new(new ETag(version)),
        };
    }

    /// <summary>Tells the reader which version it got.</summary>
    public static void Tell(HttpContext context, ETag version) => context.Response.Headers.ETag = version.ToString("H");
}
