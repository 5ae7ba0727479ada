namespace Dissemination.Web.Pages.Today;

/// <summary>What a communicator is asked to do, the most urgent first.</summary>
internal enum TodayKind
{
    /// <summary>Say whether posts may go out.</summary>
    Held,

    /// <summary>Check another's translation.</summary>
    Review,

    /// <summary>Listen to what another read aloud.</summary>
    Listen,

    Translate,

    /// <summary>Post by hand, read out, put up.</summary>
    HandTask,

    /// <summary>Tell how many came to a meeting.</summary>
    Meeting,
}
