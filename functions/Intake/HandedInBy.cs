using Dissemination.Directory;

namespace Dissemination.Intake;

/// <summary>Who hands a file in.</summary>
/// <param name="MayApprove">
/// Whether this is done the way an approval is given: what the file says of its approval then counts where the person is an approver.
/// Without it the file claims an approval, whoever hands it in.
/// </param>
internal readonly record struct HandedInBy(PersonId Person, bool MayApprove)
{
    public static implicit operator HandedInBy(PersonId person) => new(person, MayApprove: false);
}
