using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Dissemination.Simulators.Zalo;

/// <summary>What is in the simulated Zalo, and what its calls do to it.</summary>
internal sealed class ZaloWorld(TimeProvider time)
{
    private const int TextLimit = 2000;
    private const int PictureLimit = 1_048_576;

    private readonly Lock _lock = new();
    private readonly List<ZaloGroupMessage> _messages = [];
    private readonly List<ZaloArticle> _articles = [];
    private readonly List<ZaloBroadcast> _broadcasts = [];
    private readonly List<PostedPost> _posted = [];
    private readonly Dictionary<string, (string Id, int NotReady)> _tickets = new(StringComparer.Ordinal);
    private readonly Dictionary<string, byte[]> _uploads = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<ZaloGroup>> _groups = new(StringComparer.Ordinal);
    private int _number;

    /// <summary>How often an article that was just taken is answered to be not ready.</summary>
    public int NotReadyAnswers { get; set; }

    public bool Verified { get; set; } = true;

    public int Followers { get; set; } = 512;

    public IReadOnlyList<ZaloGroupMessage> Messages => Locked(() => _messages.ToList());

    public IReadOnlyList<ZaloArticle> Articles => Locked(() => _articles.ToList());

    public IReadOnlyList<ZaloBroadcast> Broadcasts => Locked(() => _broadcasts.ToList());

    public IReadOnlyList<PostedPost> Posted => Locked(() => _posted.ToList());

    /// <summary>An account to which no group was given owns every group.</summary>
    public void AddGroup(string account, ZaloGroup group) => Locked(() =>
    {
        (_groups.TryGetValue(account, out var groups) ? groups : _groups[account] = []).Add(group);
        return true;
    });

    /// <summary>An article that was there before, made by somebody else.</summary>
    public void AddArticle(string account, string title, string words, DateTimeOffset at) => Locked(() =>
    {
        _articles.Add(new(account, Next("a"), title, "", words, "", [words], "show", at));
        return true;
    });

    public JsonObject Execute(string account, string path, JsonElement body, IReadOnlyDictionary<string, string> query, byte[]? file) =>
        Locked(() => path switch
    {
        "/v3.0/oa/group/message" => Message(account, body),
        "/v3.0/oa/group/getgroupsofoa" => Groups(account, Number(query, "offset", 0), Number(query, "count", 5)),
        "/v2.0/oa/upload/image" => Upload(file),
        "/v2.0/oa/getoa" =>
            Done(
                new JsonObject
                {
                    ["oaid"] = "579745863508352884",
                    ["name"] = account,
                    ["is_verified"] = Verified,
                    ["num_follower"] = Followers,
                    ["package_name"] = "Nâng cao",
                }),
        "/v2.0/oa/message" => Broadcast(account, body),
        "/v2.0/article/create" => Create(account, body),
        "/v2.0/article/verify" => Verify(Text(body, "token")),
        "/v2.0/article/update" => Update(account, body),
        "/v2.0/article/remove" => Remove(account, Text(body, "id")),
        "/v2.0/article/getdetail" => Detail(account, query.GetValueOrDefault("id", "")),
        "/v2.0/article/getslice" =>
            Slice(account, Number(query, "offset", 0), Number(query, "limit", 10), query.GetValueOrDefault("type", "")),
        _ => Refused(-209, "Not supported this api"),
    });

    private JsonObject Message(string account, JsonElement body)
    {
        var (group, message) = (Text(body.GetProperty("recipient"), "group_id"), body.GetProperty("message"));
        var (text, picture) = (
            Text(message, "text"), message.TryGetProperty("attachment", out var attachment) ? Element(attachment, "image") : null);
        if (text.Length > TextLimit)
        {
            return Refused(-210, "Parameter exceeds allowable limit");
        }

        if (text.Length == 0 && picture is null)
        {
            return Refused(-201, "message is invalid!");
        }

        if (picture is not null && !_uploads.ContainsKey(picture))
        {
            return Refused(-100, "attachment_id was expired");
        }

        if (_groups.TryGetValue(account, out var groups))
        {
            if (groups.Find(known => known.Id == group) is not { } known)
            {
                return Refused(-403, "OA is not in group");
            }

            if (known.Status != "enabled")
            {
                return Refused(-237, "The group is disabled");
            }
        }

        var id = Next("m");
        _messages.Add(new(account, group, id, text, picture is null ? null : _uploads[picture], time.GetUtcNow()));
        _posted.Add(new(account, group, id, text, picture is null ? 0 : 1, time.GetUtcNow()));
        return Done(new JsonObject { ["message_id"] = id, ["group_id"] = group });
    }

    private JsonObject Groups(string account, int offset, int count)
    {
        var groups = _groups.GetValueOrDefault(account, []);
        return Done(new JsonObject
        {
            ["offset"] = offset,
            ["count"] = count,
            ["total"] = groups.Count,
            ["groups"] = new JsonArray([.. groups.Skip(offset).Take(count).Select(group => new JsonObject
            {
                ["group_id"] = group.Id,
                ["name"] = group.Name,
                ["status"] = group.Status,
                ["total_member"] = group.Members,
                ["group_link"] = $"https://zalo.me/g/{group.Id}",
            })]),
        });
    }

    private JsonObject Upload(byte[]? file)
    {
        if (file is not { Length: > 0 and <= PictureLimit })
        {
            return Refused(-201, "file is invalid!");
        }

        var id = Next("u");
        _uploads[id] = file;
        return Done(new JsonObject { ["attachment_id"] = id });
    }

    private JsonObject Create(string account, JsonElement body)
    {
        var id = Next("a");
        if (Article(account, id, body) is not { } article)
        {
            return Wrong(body);
        }

        _articles.Add(article);
        _posted.Add(new(account, "articles", id, $"{article.Title}\n{article.Description}", 1, article.At));
        return Ticket(id);
    }

    private JsonObject Update(string account, JsonElement body)
    {
        var id = Text(body, "id");
        if (_articles.FindIndex(article => article.Account == account && article.Id == id) is not (>= 0 and var at))
        {
            return Refused(-201, "Article is not exist");
        }

        if (Article(account, id, body) is not { } article)
        {
            return Wrong(body);
        }

        _articles[at] = article with { At = _articles[at].At };
        var post = _posted.FindIndex(post => post.Destination == "articles" && post.Reference == id);
        _posted[post] = _posted[post] with { Text = $"{article.Title}\n{article.Description}" };
        return Ticket(id);
    }

    private JsonObject Remove(string account, string id)
    {
        if (_articles.RemoveAll(article => article.Account == account && article.Id == id) == 0)
        {
            return Refused(-201, "Article is not exist");
        }

        _posted.RemoveAll(post => post.Destination == "articles" && post.Reference == id);
        return Done(null);
    }

    private JsonObject Ticket(string id)
    {
        var ticket = Next("ticket") + "+/==";
        _tickets[ticket] = (id, NotReadyAnswers);
        return Done(new JsonObject { ["token"] = ticket });
    }

    private JsonObject Verify(string ticket)
    {
        if (!_tickets.TryGetValue(ticket, out var made))
        {
            return Refused(-201, "token is invalid!");
        }

        if (made.NotReady > 0)
        {
            _tickets[ticket] = made with { NotReady = made.NotReady - 1 };
            return Refused(-214, "Article is being processed");
        }

        return Done(new JsonObject { ["id"] = made.Id });
    }

    private JsonObject Detail(string account, string id) =>
        _articles.Find(article => article.Account == account && article.Id == id) is not { } article
            ? Refused(-201, "Article is not exist")
            : Done(new JsonObject
            {
                ["id"] = id,
                ["type"] = "normal",
                ["title"] = article.Title,
                ["author"] = article.Author,
                ["description"] = article.Description,
                ["cover"] = new JsonObject { ["cover_type"] = "photo", ["photo_url"] = article.Cover, ["status"] = "show" },
                ["body"] = new JsonArray([.. article.Body.Select(block => new JsonObject { ["type"] = "text", ["content"] = block })]),
                ["status"] = article.Status,
            });

    private JsonObject Slice(string account, int offset, int limit, string type)
    {
        if (limit > 10)
        {
            return Refused(-201, "maximum limit is 10");
        }

        if (type is not ("normal" or "video"))
        {
            return Refused(-201, "type accept only 2 value normal and video.");
        }

        var all = _articles.Where(article => article.Account == account && type == "normal").OrderByDescending(article => article.At)
            .ToList();
        return Done(new JsonObject
        {
            ["total"] = all.Count,
            ["medias"] = new JsonArray([.. all.Skip(offset).Take(limit).Select(article => new JsonObject
            {
                ["id"] = article.Id,
                ["type"] = "normal",
                ["title"] = article.Title,
                ["status"] = article.Status,
                ["total_view"] = 37,
                ["total_share"] = 2,
                ["create_date"] = article.At.ToUnixTimeMilliseconds(),
                ["update_date"] = article.At.ToUnixTimeMilliseconds(),
                ["thumb"] = article.Cover,
                ["link_view"] = $"https://rd.zapps.vn/detail/579745863508352884?id={article.Id}",
            })]),
        });
    }

    private JsonObject Broadcast(string account, JsonElement body)
    {
        if (!body.GetProperty("recipient").TryGetProperty("target", out _))
        {
            return Refused(-201, "recipient is invalid!");
        }

        var ids = body.GetProperty("message").GetProperty("attachment").GetProperty("payload").GetProperty("elements").EnumerateArray()
            .Where(element => Text(element, "media_type") == "article").Select(element => Text(element, "attachment_id"))
            .ToImmutableArray();
        var articles = ids.Select(id => _articles.Find(article => article.Account == account && article.Id == id)).OfType<ZaloArticle>()
            .ToList();
        if (ids.Length is 0 or > 5 || articles.Count != ids.Length)
        {
            return Refused(-201, "attachment_id is invalid!");
        }

        var message = Next("b");
        _broadcasts.Add(new(account, message, ids, time.GetUtcNow()));
        _posted.Add(
            new(account, "broadcast", message, string.Join(
                '\n', articles.Select(article => $"{article.Title}\n{article.Description}")), ids.Length, time.GetUtcNow()));
        return Done(new JsonObject { ["message_id"] = message });
    }

    private ZaloArticle? Article(string account, string id, JsonElement body) => WhatIsWrong(body) is not null ? null : new(
        account,
        id,
        Text(body, "title"),
        Text(body, "author"),
        Text(body, "description"),
        Text(body.GetProperty("cover"), "photo_url"),
        [.. body.GetProperty("body").EnumerateArray().Where(block => Text(block, "type") == "text")
            .Select(block => Text(block, "content"))],
        Text(body, "status"),
        time.GetUtcNow())
    {
        Pictures =
            [.. body.GetProperty("body").EnumerateArray().Where(block => Text(block, "type") == "image")
                .Select(block => Text(block, "url"))],
    };

    private static JsonObject Wrong(JsonElement body) => Refused(-201, WhatIsWrong(body)!);

    // Zalo says 150 and 300, and takes less.
    private static string? WhatIsWrong(JsonElement body) =>
        Text(body, "type") != "normal" ? "type accept only 2 value normal and video."
        : Text(body, "title") is not { Length: > 0 and < 150 } ? "title allow 1 to 150 characters"
        : Text(body, "description") is not { Length: > 0 and < 300 } ? "description allow 1 to 300 characters"
        : Text(body, "author") is not { Length: > 0 and <= 50 } ? "author allow 1 to 50 characters"
        : !body.TryGetProperty("cover", out var cover) || !Uri.TryCreate(Text(cover, "photo_url"), UriKind.Absolute, out _)
            ? "cover value is invalid"
        : !body.TryGetProperty("body", out var blocks) || blocks.GetArrayLength() == 0 || !blocks.EnumerateArray().All(IsBlock)
            ? "body is invalid!"
        : null;

    private static bool IsBlock(JsonElement block) =>
        Text(
            block,
            "type") switch
        {
            "text" =>
                Text(block, "content").Length > 0,
            "image" => Uri.TryCreate(Text(block, "url"), UriKind.Absolute, out _),
            _ => false
        };

    private static string? Element(JsonElement attachment, string type) =>
        attachment.GetProperty("payload").GetProperty("elements").EnumerateArray().Where(element => Text(element, "media_type") == type)
            .Select(element => Text(element, "attachment_id")).FirstOrDefault();

    private static string Text(JsonElement element, string name) =>
        element.ValueKind is JsonValueKind.Object && element.TryGetProperty(name, out var value)
            && value.ValueKind is JsonValueKind.String ? value.GetString()! : "";

    private static int Number(IReadOnlyDictionary<string, string> query, string name, int fallback) =>
        int.TryParse(query.GetValueOrDefault(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : fallback;

    private static JsonObject Done(JsonNode? data) => data is null
        ? new() { ["error"] = 0, ["message"] = "Success" }
        : new() { ["error"] = 0, ["message"] = "Success", ["data"] = data };

    public static JsonObject Refused(int error, string message) => new() { ["error"] = error, ["message"] = message };

    private string Next(string kind) => string.Create(CultureInfo.InvariantCulture, $"{kind}{++_number:x8}");

    private T Locked<T>(Func<T> act)
    {
        lock (_lock)
        {
            return act();
        }
    }
}
