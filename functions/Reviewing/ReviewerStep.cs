namespace Dissemination.Reviewing;

/// <summary>What is to be done in a person's chat about a translation.</summary>
internal enum ReviewerStep
{
    /// <summary>The message with buttons is over: it says what became of the translation.</summary>
    Settle,

    /// <summary>The person is asked to review.</summary>
    Ask,

    /// <summary>Who wrote it hears that it came back, and why.</summary>
    TellReturned,
}
