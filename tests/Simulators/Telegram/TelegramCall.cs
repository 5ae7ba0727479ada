using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;

namespace Dissemination.Simulators.Telegram;

/// <summary>The parameters of a call: of its address, and sent as JSON or as a form with files.</summary>
internal sealed record TelegramCall(IReadOnlyDictionary<string, string> Fields, IReadOnlyDictionary<string, byte[]> Files)
{
    public static async Task<TelegramCall> ReadAsync(HttpRequest request)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        var files = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (var (name, value) in request.Query)
        {
            fields[name] = value.ToString();
        }

        if (request.HasFormContentType)
        {
            var form = await request.ReadFormAsync();
            foreach (var (name, value) in form)
            {
                fields[name] = value.ToString();
            }

            foreach (var file in form.Files)
            {
                using var bytes = new MemoryStream();
                await file.CopyToAsync(bytes);
                files[file.Name] = bytes.ToArray();
            }
        }
        else if (request.HasJsonContentType())
        {
            using var json = await JsonDocument.ParseAsync(request.Body);
            foreach (var property in json.RootElement.EnumerateObject())
            {
                fields[property.Name] = property.Value.ValueKind is JsonValueKind.String
                    ? property.Value.GetString()!
                    : property.Value.GetRawText();
            }
        }

        return new(fields, files);
    }

    public string Field(string name) => Fields.GetValueOrDefault(name, "");

    /// <summary>A chat by its id; the simulator gives a channel's name an id of its own.</summary>
    public long Chat =>
        long.TryParse(Field("chat_id"), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var id)
            ? id
            : ChatNamed(Field("chat_id"));

    public int Message => int.TryParse(Field("message_id"), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0;

    public bool LinkPreview => !Field("link_preview_options").Contains("true", StringComparison.Ordinal);

    /// <summary>A photo with its caption in fields of their own.</summary>
    public TelegramContent Photo => new(Field("caption"), Entities("caption_entities"), File(Field("photo"), "photo"));

    /// <summary>A voice message, which comes as a form with its file.</summary>
    public TelegramContent Voice => new(Field("caption"), Entities("caption_entities"), null)
    {
        Voice = File(Field("voice"), "voice"),
        Markup = TelegramMarkup.Read(Field("reply_markup")),
        Duration = int.TryParse(Field("duration"), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) ? seconds : 0,
    };

    /// <summary>The pieces of an album, or the one piece that takes the place of another.</summary>
    public ImmutableArray<TelegramContent> Media
    {
        get
        {
            using var json = JsonDocument.Parse(Field("media") is { Length: > 0 } media ? media : "[]");
            return json.RootElement.ValueKind is JsonValueKind.Array
                ? [.. json.RootElement.EnumerateArray().Select(Piece)]
                : [Piece(json.RootElement)];
        }
    }

    public ImmutableArray<TelegramEntity> Entities(string name)
    {
        using var json = JsonDocument.Parse(Field(name) is { Length: > 0 } value ? value : "[]");
        return Entities(json.RootElement);
    }

    private TelegramContent Piece(JsonElement media) => new(
        media.TryGetProperty("caption", out var caption) ? caption.GetString() ?? "" : "",
        media.TryGetProperty("caption_entities", out var entities) ? Entities(entities) : [],
        media.TryGetProperty("media", out var file) ? File(file.GetString() ?? "", "") : null);

    private byte[]? File(string value, string otherwise) =>
        Files.GetValueOrDefault(value.StartsWith("attach://", StringComparison.Ordinal) ? value["attach://".Length..] : otherwise);

    private static ImmutableArray<TelegramEntity> Entities(JsonElement entities) =>
    [
        .. entities.EnumerateArray().Select(entity => new TelegramEntity(
            entity.GetProperty("type").GetString()!,
            entity.GetProperty("offset").GetInt32(),
            entity.GetProperty("length").GetInt32(),
            entity.TryGetProperty("url", out var url) ? url.GetString() : null)),
    ];

    private static long ChatNamed(string name) => -1_000_000_000_000 - name.Sum(letter => (long)letter);
}
