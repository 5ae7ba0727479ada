using System.Text.Json.Serialization;
using Dissemination.Storage;

namespace Dissemination.Reach.Summary;

/// <summary>How far an item is in one language in one commune, the best first: of several the last one tells.</summary>
[JsonConverter(typeof(NamedEnumConverter<CampaignStage>))]
internal enum CampaignStage
{
    /// <summary>Posted everywhere.</summary>
    Done,

    /// <summary>
    /// Of many items nearly all are done, and what remains is in no stage a tenth of them; or it failed at less than a tenth of the places
    /// and nearly all others have it. An item itself is never in it.
    /// </summary>
    Nearly,

    /// <summary>Will not come any more: withdrawn, expired, or its place is gone.</summary>
    Stopped,

    /// <summary>Its time has not come.</summary>
    Later,

    /// <summary>A machine has to post it.</summary>
    Sending,

    /// <summary>A person of the commune has to release it, or to post it by hand and say so.</summary>
    Confirmation,

    /// <summary>A corrected revision waits for its approval.</summary>
    Approval,

    /// <summary>Its translation waits for a reviewer.</summary>
    Review,

    /// <summary>Its translation is not written yet.</summary>
    Translation,

    /// <summary>It failed, or nobody knows whether it arrived.</summary>
    Failed,
}
