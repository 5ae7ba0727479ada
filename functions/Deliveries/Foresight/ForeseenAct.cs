namespace Dissemination.Deliveries.Foresight;

/// <summary>What happens at a place.</summary>
internal enum ForeseenAct
{
    /// <summary>The program posts what is not there yet.</summary>
    Post,

    /// <summary>The program corrects the post of an earlier revision.</summary>
    Correct,

    /// <summary>A person posts it.</summary>
    PostByHand,

    /// <summary>A person corrects what is there.</summary>
    CorrectByHand,
}
