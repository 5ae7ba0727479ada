using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace Dissemination.Simulators.Facebook;

/// <summary>Pages, posts, pictures and tokens, and what calls do to them.</summary>
internal sealed class FacebookGraph(TimeProvider time, FacebookSimulator simulator)
{
    private const int MessageLimit = 63_206;
    private const int PictureLimit = 10 * 1024 * 1024;

    private readonly ConcurrentDictionary<string, FacebookWall> _walls = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, FacebookPicture> _pictures = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, FacebookTokenFacts> _tokens = new(StringComparer.Ordinal);
    private long _numbers = 1000;

    public IReadOnlyList<FacebookPost> Posts => [.. _walls.Values.SelectMany(wall => wall.All).OrderBy(post => post.Number)];

    public IReadOnlyList<FacebookPicture> Pictures => [.. _pictures.Values];

    public void Know(string token, FacebookTokenFacts facts) => _tokens[token] = facts;

    public FacebookPost Put(string page, string message, DateTimeOffset at)
    {
        var post = NewPost(page, "", message, [], at);
        Wall(page).TryAdd(post);
        return post;
    }

    /// <summary>Why a call is refused before anything is looked at; null where it is not.</summary>
    public FacebookFault.Answer? WhyNot(FacebookCall call)
    {
        if (simulator.AppSecret is { } secret && call.Field("appsecret_proof") != Proof(call.Token, secret))
        {
            return FacebookFault.BadParameter with { Message = "Invalid appsecret_proof provided in the API argument" };
        }

        if (call.Kind is not { } kind)
        {
            return new(400, 2500, "Unknown path components");
        }

        var facts = _tokens.GetValueOrDefault(call.Token);
        return (kind, facts) switch
        {
            (FacebookEdge.Token, _) or (_, null) => null,
            (FacebookEdge.Feed or FacebookEdge.Photos or FacebookEdge.Change, { Type: not "PAGE" }) =>
                FacebookFault.DeadToken(2069032) with { Message = "User Access Token Is Not Supported" },
            (_, { Page: { } page }) when page != call.Page => FacebookFault.NotThere,
            (FacebookEdge.Feed or FacebookEdge.Photos or FacebookEdge.Change, _) when !facts.Scopes.Contains(FacebookTokenFacts.Manage) =>
                FacebookFault.NoPermission,
            (FacebookEdge.List or FacebookEdge.Post or FacebookEdge.Insights, _) when !facts.Scopes.Contains(FacebookTokenFacts.Read) =>
                new(400, 10, "(#10) This endpoint requires the 'pages_read_engagement' permission"),
            _ => null,
        };
    }

    public FacebookReply Execute(FacebookCall call) => call.Kind switch
    {
        FacebookEdge.Feed => Publish(call),
        FacebookEdge.Photos => Upload(call),
        FacebookEdge.Change =>
            Changed(
                call.Method == "DELETE" ? Wall(call.Page).TryRemove(call.Node) : Wall(call.Page).TryEdit(call.Node, call.Field("message"))),
        FacebookEdge.List => List(call),
        FacebookEdge.Post when simulator.RefusedField is { } field && call.Field("fields").Contains(field, StringComparison.Ordinal) =>
            FacebookReply.Refused(
                FacebookFault.BadParameter with { Message = $"(#100) Tried accessing nonexisting field ({field}) on node type (Post)" }),
        FacebookEdge.Post =>
            Wall(call.Page).Find(call.Node) is { } post
                ? FacebookReply.Done(Shown(post, call))
                : FacebookReply.Refused(FacebookFault.NotThere),
        FacebookEdge.Insights => Insights(call),
        FacebookEdge.Page => Page(call),
        _ => Token(call),
    };

    private FacebookReply Publish(FacebookCall call)
    {
        var message = call.Field("message");
        ImmutableArray<FacebookPicture?> pictures = [.. AttachedTo(call)];
        if (message.Length > MessageLimit || (message.Length == 0 && pictures.IsEmpty) || pictures.Contains(null))
        {
            return FacebookReply.Refused(FacebookFault.BadParameter);
        }

        var post = NewPost(call.Page, call.Token, message, [.. pictures.OfType<FacebookPicture>()], time.GetUtcNow());
        return Wall(call.Page).TryAdd(post)
            ? FacebookReply.Done(new JsonObject { ["id"] = post.Id })
            : FacebookReply.Refused(FacebookFault.Duplicate);
    }

    private IEnumerable<FacebookPicture?> AttachedTo(FacebookCall call)
    {
        for (var i = 0; call.Fields.TryGetValue(string.Create(CultureInfo.InvariantCulture, $"attached_media[{i}]"), out var attached); i++)
        {
            var id = JsonNode.Parse(attached)?["media_fbid"]?.GetValue<string>() ?? "";
            yield return _pictures.TryGetValue(id, out var picture) && picture.Page == call.Page ? picture : null;
        }
    }

    private FacebookReply Upload(FacebookCall call)
    {
        if (call.Source is not { Length: > 0 and <= PictureLimit } bytes)
        {
            return FacebookReply.Refused(new(400, 324, "(#324) Requires upload file"));
        }

        // Only what a post shows is posted: this simulator takes no picture that publishes itself.
        if (call.Field("published") != "false")
        {
            return FacebookReply.Refused(FacebookFault.BadParameter);
        }

        var picture = new FacebookPicture(
            NewNumber().ToString(CultureInfo.InvariantCulture), call.Page, bytes, call.Field("alt_text_custom"), call.Field("message"));
        _pictures[picture.Id] = picture;
        return FacebookReply.Done(new JsonObject { ["id"] = picture.Id });
    }

    private FacebookReply List(FacebookCall call)
    {
        var limit = int.TryParse(call.Field("limit"), NumberStyles.None, CultureInfo.InvariantCulture, out var wanted) ? wanted : 25;
        if (limit is < 1 or > 100)
        {
            return FacebookReply.Refused(FacebookFault.BadParameter);
        }

        var (posts, more) = Wall(call.Page).Page(limit, call.Fields.GetValueOrDefault("after"), call.Fields.GetValueOrDefault("before"));
        var body = new JsonObject { ["data"] = new JsonArray([.. posts.Select(post => Shown(post, call))]) };
        if (posts is [var newest, ..])
        {
            var after = FacebookWall.Cursor(posts[^1]);
            var paging = new JsonObject { ["cursors"] = new JsonObject { ["before"] = FacebookWall.Cursor(newest), ["after"] = after } };
            if (more)
            {
                // As Facebook does: the token is in it.
                paging["next"] =
                    $"{simulator.BaseUrl}/v24.0/{call.Page}/feed?limit={limit}&after={Uri.EscapeDataString(after)}&access_token={Uri.EscapeDataString(call.Token)}";
            }

            body["paging"] = paging;
        }

        return FacebookReply.Done(body);
    }

    /// <summary>As Facebook does: a metric that it does not know is refused, and a page with few followers has none.</summary>
    private FacebookReply Insights(FacebookCall call) =>
        Wall(call.Page).Find(call.Node) is null ? FacebookReply.Refused(FacebookFault.NotThere)
        : !simulator.Insights.TryGetValue(call.Field("metric"), out var figure)
            ? FacebookReply.Refused(
                FacebookFault.BadParameter with { Message = "(#100) The value must be a valid insights metric" })
        : FacebookReply.Done(new JsonObject
        {
            ["data"] = new JsonArray(new JsonObject
            {
                ["name"] = call.Field("metric"),
                ["period"] = "lifetime",
                ["values"] = new JsonArray(new JsonObject { ["value"] = figure }),
            }),
        });

    private FacebookReply Page(FacebookCall call)
    {
        var body = new JsonObject { ["id"] = call.Page };
        foreach (var field in call.Field("fields").Split(',', StringSplitOptions.RemoveEmptyEntries))
        {
            JsonNode? value = field switch
            {
                "id" => call.Page,
                "name" => $"Simulated page {call.Page}",
                "followers_count" => simulator.Followers,
                "is_published" => simulator.PagesArePublished,
                _ => null,
            };
            if (value is null)
            {
                return FacebookReply.Refused(
                    FacebookFault.BadParameter with
                    {
                        Message = $"(#100) Tried accessing nonexisting field ({field}) on node type (Page)",
                    });
            }

            body[field] = value;
        }

        return FacebookReply.Done(body);
    }

    private FacebookReply Token(FacebookCall call)
    {
        if (simulator.OnlyAppsLookAtTokens && !call.Token.Contains('|', StringComparison.Ordinal))
        {
            return FacebookReply.Refused(
                FacebookFault.BadParameter with
                {
                    Message =
                        "(#100) You must provide an app access token, or a user access token that is an owner or developer of the app",
                });
        }

        var token = call.Field("input_token");
        var facts = _tokens.GetValueOrDefault(token) ?? new();
        var data = new JsonObject
        {
            ["app_id"] = facts.App,
            ["type"] = facts.Type,
            ["application"] = "Simulated",
            ["expires_at"] = facts.ExpiresAt,
            ["is_valid"] = !simulator.IsDead(token),
            ["scopes"] = new JsonArray([.. facts.Scopes.Select(scope => JsonValue.Create(scope))]),
            ["granular_scopes"] = new JsonArray([.. facts.Scopes.Select(scope => Grant(scope, facts))]),
        };
        if (facts.Page is { } page)
        {
            data["profile_id"] = page;
        }

        if (simulator.IsDead(token))
        {
            data["error"] = new JsonObject { ["code"] = 190, ["message"] = "Error validating access token", ["subcode"] = 460 };
        }

        return FacebookReply.Done(new JsonObject { ["data"] = data });
    }

    private static JsonObject Grant(string scope, FacebookTokenFacts facts)
    {
        var grant = new JsonObject { ["scope"] = scope };
        if (!facts.GrantedFor.IsEmpty)
        {
            grant["target_ids"] = new JsonArray([.. facts.GrantedFor.Select(page => JsonValue.Create(page))]);
        }

        return grant;
    }

    private static FacebookReply Changed(bool isThere) =>
        isThere ? FacebookReply.Done(new JsonObject { ["success"] = true }) : FacebookReply.Refused(FacebookFault.NotThere);

    private JsonObject Shown(FacebookPost post, FacebookCall call)
    {
        var fields = call.Fields.GetValueOrDefault("fields", "id,message,created_time").Split(',');
        var shown = new JsonObject { ["id"] = post.Id };
        if (fields.Contains("message") && post.Message.Length > 0)
        {
            shown["message"] = post.Message;
        }

        if (fields.Contains("created_time"))
        {
            shown["created_time"] = post.At.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'+0000'", CultureInfo.InvariantCulture);
        }

        foreach (var (name, count) in simulator.Counts)
        {
            if (fields.Any(field => field.StartsWith($"{name}.limit(0)", StringComparison.Ordinal)))
            {
                shown[name] = new JsonObject
                {
                    ["data"] = new JsonArray(),
                    ["summary"] = new JsonObject { ["total_count"] = count },
                };
            }
            else if (fields.Contains(name))
            {
                shown[name] = new JsonObject { ["count"] = count };
            }
        }

        return shown;
    }

    private FacebookPost NewPost(string page, string token, string message, ImmutableArray<FacebookPicture> pictures, DateTimeOffset at)
    {
        var number = NewNumber();
        return new(number, page, token, string.Create(CultureInfo.InvariantCulture, $"{page}_{number}"), message, pictures, at);
    }

    private long NewNumber() => Interlocked.Increment(ref _numbers);

    private FacebookWall Wall(string page) => _walls.GetOrAdd(page, _ => new());

    private static string Proof(string token, string secret) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(token)));
}
