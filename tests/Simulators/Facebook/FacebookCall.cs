namespace Dissemination.Simulators.Facebook;

/// <summary>One call: its parameters may stand in the address or in a form, and the form may name the method that is meant.</summary>
internal sealed record FacebookCall(
    string Method, string Node, string? Edge, string Token, IReadOnlyDictionary<string, string> Fields, byte[]? Source)
{
    private const string Bearer = "Bearer ";

    public static async Task<FacebookCall> ReadAsync(HttpContext context)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        byte[]? source = null;
        foreach (var (name, value) in context.Request.Query)
        {
            fields[name] = value.ToString();
        }

        if (context.Request.HasFormContentType)
        {
            var form = await context.Request.ReadFormAsync();
            foreach (var (name, value) in form)
            {
                fields[name] = value.ToString();
            }

            if (form.Files.GetFile("source") is { } file)
            {
                using var bytes = new MemoryStream();
                await file.CopyToAsync(bytes);
                source = bytes.ToArray();
            }
        }

        var authorization = context.Request.Headers.Authorization.ToString();
        return new(
            fields.GetValueOrDefault("method")?.ToUpperInvariant() ?? context.Request.Method,
            (string)context.Request.RouteValues["node"]!,
            context.Request.RouteValues["edge"] as string,
            authorization.StartsWith(Bearer, StringComparison.Ordinal)
                ? authorization[Bearer.Length..]
                : fields.GetValueOrDefault("access_token", ""),
            fields,
            source);
    }

    public string Field(string name) => Fields.GetValueOrDefault(name, "");

    /// <summary>What it is for; null where the Graph API has no such call.</summary>
    public FacebookEdge? Kind => (Method, Node, Edge) switch
    {
        ("GET", "debug_token", null) => FacebookEdge.Token,
        ("POST", _, "feed") => FacebookEdge.Feed,
        ("GET", _, "feed") => FacebookEdge.List,
        ("POST", _, "photos") => FacebookEdge.Photos,
        ("GET", _, "insights") when IsPost => FacebookEdge.Insights,
        ("POST" or "DELETE", _, null) when IsPost => FacebookEdge.Change,
        ("GET", _, null) => IsPost ? FacebookEdge.Post : FacebookEdge.Page,
        _ => null,
    };

    /// <summary>The page that it is about.</summary>
    public string Page => IsPost ? Node[..Node.LastIndexOf('_')] : Node;

    private bool IsPost => Node.Contains('_', StringComparison.Ordinal) && Node != "debug_token";
}
