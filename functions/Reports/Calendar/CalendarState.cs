namespace Dissemination.Reports.Calendar;

/// <summary>How an item stands on the calendar in one language.</summary>
internal enum CalendarState
{
    /// <summary>It goes out at its time.</summary>
    Planned,

    /// <summary>It goes out at its time if somebody approves it before.</summary>
    Approval,

    /// <summary>Its translation is not approved yet.</summary>
    Translation,

    /// <summary>Somebody keeps it back.</summary>
    Held,

    /// <summary>Its time has come, and it is on its way.</summary>
    Sending,

    /// <summary>It is out.</summary>
    Out,

    /// <summary>Somebody cancelled it in this language.</summary>
    Cancelled,

    /// <summary>Its item was withdrawn.</summary>
    Withdrawn,

    /// <summary>Its item expired before it went out.</summary>
    Expired,
}
