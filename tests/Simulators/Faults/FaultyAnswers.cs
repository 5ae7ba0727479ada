namespace Dissemination.Simulators.Faults;

/// <summary>Answers calls as faults want it.</summary>
internal static class FaultyAnswers
{
    /// <param name="fault">Null where all goes well. A channel's own answers are the channel's matter.</param>
    /// <param name="time">The clock by which an answer is late.</param>
    /// <param name="execute">Carries the call out.</param>
    /// <param name="answer">Writes what came of it.</param>
    public static async Task AnswerAsync<T>(
        this HttpContext context, CallFault? fault, TimeProvider time, Func<T> execute, Func<T, Task> answer)
    {
        if (fault is null)
        {
            await answer(execute());
            return;
        }

        var done = fault.Accept ? execute() : default;
        switch (fault)
        {
            case CallFault.Garbage garbage:
                context.Response.StatusCode = garbage.Status;
                await context.Response.WriteAsync(garbage.Body);
                break;
            case CallFault.Silence:
                await Task.Delay(Timeout.InfiniteTimeSpan, context.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                break;
            case CallFault.Cut:
                context.Abort();
                break;
            case CallFault.Late late:
                await Task.Delay(late.After, time, context.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                await answer(done!);
                break;
            case CallFault.Held held:
                await held.Until.WaitAsync(context.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                await answer(done!);
                break;
            default:
                throw new InvalidOperationException($"{fault.GetType().Name} is an answer of its channel.");
        }
    }
}
