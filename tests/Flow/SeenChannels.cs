using Dissemination.Channels;
using Dissemination.Channels.Rendering;
using Dissemination.Content;
using Dissemination.Deliveries.Foresight;
using Dissemination.Directory;
using Dissemination.Intake;
using Dissemination.Publishing;
using Dissemination.Tests.Web;
using Microsoft.AspNetCore.Builder;

namespace Dissemination.Tests.Flow;

/// <summary>A destination of every kind and the program's own pages, to compare what is seen before with what goes out.</summary>
public sealed class SeenChannels : AllChannels
{
    private Uri _address = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        _address = await ServeAsync();
    }

    internal Visitor Visit(string person) => new(_address, person);

    private protected override Task HandInOwnDirectoryAsync() => HandInDirectoryAsync(
        AllCommunes,
        $"{AllDestinations}\nbung-lao,bai-viet,zalo,Bài viết Zalo xã Búng Lao,articles,zalo_bung_lao,\n",
        AllPeople);

    private protected override void Configure(WebApplicationBuilder builder)
    {
        base.Configure(builder);
        builder.Configuration["SignIn:Sample"] = "true";
    }

    /// <summary>What is foreseen of the Vietnamese words before they are approved, by the name of the first place.</summary>
    internal async Task<Dictionary<string, PostView>> ForeseeAsync(string item)
    {
        var current = (await Get<ItemReader>().FindAsync(new(item), CancellationToken.None))!.Value;
        var version = await Get<VersionReader>().ReadAsync(current.Original, CancellationToken.None);
        var directory = await Get<DirectoryStore>().FreshAsync(CancellationToken.None);
        return Get<PostForesight>().Of(version.AsApproved(), directory, Time.GetUtcNow())
            .ToDictionary(post => post.Places[0].Id.Name, post => post.View, StringComparer.Ordinal);
    }

    /// <summary>An approver approves it and the timer fires.</summary>
    internal async Task ApproveAsync(string item)
    {
        var approved = await Get<ItemCommands>().ApproveAsync(
            new(item), new("lanh-dao"), ("MẪU-07 (mẫu)", null), Azure.ETag.All, CancellationToken.None);
        Assert.True(approved.IsValid, string.Join('\n', approved.Problems));
        await TickAsync();
        Time.Advance(TimeSpan.FromMinutes(1));
        await TickAsync();
    }

    /// <summary>The messages that came to a chat behind those that were there: words and styles, and how many pictures.</summary>
    internal IReadOnlyList<(string Text, string Styles, bool HasPhoto)> OnTelegramSince(int before) =>
    [
        .. from post in Telegram.Posts.Skip(before)
           where post.Chat == Chat
           let styles = post.Entities.Select(entity => (entity.Offset, entity.Length, entity.Type, entity.Url))
           select (post.Text, Styles(styles), post.Photo is not null),
    ];

    /// <summary>The same as they were seen.</summary>
    internal static IReadOnlyList<(string Text, string Styles, bool HasPhoto)> AsMessages(PostView view) =>
    [
        .. from part in view.Parts
           let styles = part.Spans.Select(span => (span.Start, span.Length, TypeOf(span), span.Address))
           from message in part.Pictures.IsEmpty
               ? [(part.Text, Styles(styles), false)]
               : part.Pictures.Select((_, at) => at == 0 ? (part.Text, Styles(styles), true) : ("", "", true))
           select message,
    ];

    private static string TypeOf(TextSpan span) => span.Style switch
    {
        TextStyle.Bold => "bold",
        TextStyle.Italic => "italic",
        _ => "text_link",
    };

    private static string Styles(IEnumerable<(int Start, int Length, string Type, string? Address)> styles) =>
        string.Join('\n', styles.Order().Select(style => $"{style.Type} {style.Start} {style.Length} {style.Address}"));
}
