using Dissemination.Storage;

namespace Dissemination.Web.Api;

/// <summary>Pages between storage and the API.</summary>
internal static class Paging
{
    public static PageAnswer<TAnswer> ToAnswer<T, TAnswer>(this Page<T> page, Func<T, TAnswer> shape) =>
        new([.. page.Rows.Select(row => shape(row.Value))], page.Next);
}
