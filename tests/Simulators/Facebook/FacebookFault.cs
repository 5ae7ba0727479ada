using System.Collections.Immutable;
using System.Globalization;
using Dissemination.Simulators.Faults;

namespace Dissemination.Simulators.Facebook;

/// <summary>What goes wrong with a call to the simulated Facebook alone.</summary>
public static class FacebookFault
{
    public static Answer Duplicate { get; } = new(400, 506, "(#506) Duplicate status message");

    public static Answer Blocked { get; } = new(400, 368, "The action attempted has been deemed abusive or is otherwise disallowed");

    public static Answer NoPermission { get; } = new(403, 200, "(#200) Requires pages_manage_posts permission to manage the object");

    public static Answer NotThere { get; } =
        new(400, 100, "Unsupported request. Object does not exist, cannot be loaded due to missing permissions, or does not support this operation", Subcode: 33);

    public static Answer BadParameter { get; } = new(400, 100, "(#100) Invalid parameter");

    public static Answer NoToken { get; } = new(400, 104, "An access token is required to request this resource.");

    public static Answer ServerError { get; } = new(
        500, 2, "An unexpected error has occurred. Please retry your request later.", Transient: true);

    public static Answer ServerErrorAfterAccept { get; } = new(500, 1, "An unknown error occurred", Transient: true, Accept: true);

    public static Answer DeadToken(int? subcode) =>
        new(400, 190, "Error validating access token: the session is not valid any more.", subcode);

    /// <param name="code">4, 17, 32, 341, 613 or 80001.</param>
    /// <param name="minutes">What the header names; 0 where it names no time, as Facebook's does.</param>
    public static Answer Throttled(int code, int minutes) => new(400, code, $"(#{code}) Calls to this api have exceeded the rate limit.")
    {
        Throttles = true,
        Headers = ImmutableDictionary<string, string>.Empty
            .Add("X-Page-Usage", FacebookUsageHeader.Of(100))
            .Add("X-Business-Use-Case-Usage", string.Create(
                CultureInfo.InvariantCulture,
                $$"""{"1000":[{"type":"pages","call_count":100,"total_cputime":25,"total_time":25,"estimated_time_to_regain_access":{{minutes}}}]}""")),
    };

    /// <summary>An answer in the Graph API's form.</summary>
    /// <param name="Accept">Whether the call was carried out all the same.</param>
    public sealed record Answer(
        int Status, int Code, string Message, int? Subcode = null, bool Transient = false, bool Accept = false) : CallFault(Accept)
    {
        /// <summary>Whether it says "later".</summary>
        public bool Throttles { get; init; }

        public ImmutableDictionary<string, string> Headers { get; init; } = [];
    }
}
