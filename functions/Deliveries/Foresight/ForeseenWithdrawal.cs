namespace Dissemination.Deliveries.Foresight;

/// <summary>What it sets off to take an item back.</summary>
/// <param name="ByMachine">Posts that the program takes down.</param>
/// <param name="ByHand">Posts that people take down.</param>
/// <param name="Stopped">What is planned and does not go out any more.</param>
internal sealed record ForeseenWithdrawal(int ByMachine, int ByHand, int Stopped);
