namespace Dissemination.Local;

/// <summary>Tells the person at the console what happens.</summary>
internal sealed class LocalConsole(TextWriter output, TextWriter errors)
{
    public void Say(LocalText text)
    {
        output.WriteLine(text.Vietnamese);
        output.WriteLine(text.English);
    }

    public void Say(string line) => output.WriteLine(line);

    public void Tell(StartProblem problem)
    {
        errors.WriteLine(problem.Text.Vietnamese);
        errors.WriteLine(problem.Text.English);
        foreach (var detail in problem.Details)
        {
            errors.WriteLine("  " + detail);
        }
    }
}
