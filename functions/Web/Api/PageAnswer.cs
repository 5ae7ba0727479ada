using Dissemination.Storage;

namespace Dissemination.Web.Api;

/// <summary>A page of a list.</summary>
/// <param name="Next">What to give as <c>next</c> for the page after it; null on the last.</param>
internal sealed record PageAnswer<T>(IReadOnlyList<T> Items, string? Next);

/// <summary>Pages between storage and the API.</summary>
internal static class Paging
{
    public static PageAnswer<TAnswer> ToAnswer<T, TAnswer>(this Page<T> page, Func<T, TAnswer> shape) =>
        new([.. page.Rows.Select(row => shape(row.Value))], page.Next);
}
