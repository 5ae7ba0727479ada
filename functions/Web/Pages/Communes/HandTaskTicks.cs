using System.Collections.Immutable;

namespace Dissemination.Web.Pages.Communes;

/// <summary>What was ticked and typed in the list of hand tasks, so that it stands there again where it was not done.</summary>
internal sealed record HandTaskTicks(ImmutableArray<string> Ids, string Link)
{
    public static HandTaskTicks None { get; } = new([], "");

    public static HandTaskTicks Of(IFormCollection form) => new([.. form[Selected.Field].OfType<string>()], form["link"].ToString());

    public bool Contains(string id) => Ids.Contains(id, StringComparer.Ordinal);
}
