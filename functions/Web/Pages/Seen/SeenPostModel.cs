using Dissemination.Deliveries.Foresight;

namespace Dissemination.Web.Pages.Seen;

/// <summary>One post as its readers will see it. Public because the classes made from templates are.</summary>
public sealed class SeenPostModel
{
    internal SeenPostModel(SeenModel seen, ForeseenPost post) => (Seen, Post) = (seen, post);

    internal SeenModel Seen { get; }

    internal ForeseenPost Post { get; }
}
