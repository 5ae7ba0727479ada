using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Dissemination.Simulators.Telegram;

/// <summary>The parameters of a call, sent as JSON or as a form with files.</summary>
internal sealed record TelegramCall(IReadOnlyDictionary<string, string> Fields, IReadOnlyDictionary<string, byte[]> Files)
{
    public static async Task<TelegramCall> ReadAsync(HttpRequest request)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        var files = new Dictionary<string, byte[]>(StringComparer.Ordinal);
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
        else
        {
            using var json = await JsonDocument.ParseAsync(request.Body);
            foreach (var property in json.RootElement.EnumerateObject())
            {
                fields[property.Name] = property.Value.ValueKind is JsonValueKind.String ? property.Value.GetString()! : property.Value.GetRawText();
            }
        }

        return new(fields, files);
    }

    public string Field(string name) => Fields.GetValueOrDefault(name, "");

    /// <summary>A chat by its id; the simulator gives a channel's name an id of its own.</summary>
    public long Chat =>
        long.TryParse(Field("chat_id"), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var id) ? id : ChatNamed(Field("chat_id"));

    public byte[]? File(string name) =>
        Files.GetValueOrDefault(Field(name) is var value && value.StartsWith("attach://", StringComparison.Ordinal) ? value["attach://".Length..] : name);

    public ImmutableArray<TelegramEntity> Entities(string name)
    {
        if (Field(name) is not { Length: > 0 } value)
        {
            return [];
        }

        using var json = JsonDocument.Parse(value);
        return
        [
            .. json.RootElement.EnumerateArray().Select(entity => new TelegramEntity(
                entity.GetProperty("type").GetString()!,
                entity.GetProperty("offset").GetInt32(),
                entity.GetProperty("length").GetInt32(),
                entity.TryGetProperty("url", out var url) ? url.GetString() : null)),
        ];
    }

    private static long ChatNamed(string name) => -1_000_000_000_000 - name.Sum(letter => (long)letter);
}
