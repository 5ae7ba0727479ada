using System.Text.RegularExpressions;

namespace Dissemination.Tests.Infra;

/// <summary>What builds and deploys the program runs nothing that somebody else may change.</summary>
public sealed partial class WorkflowTests
{
    private static readonly string[] Lines = File.ReadAllLines(Path.Combine(RepositoryFiles.Root, ".github", "workflows", "deploy.yml"));

    [Fact]
    public void Actions_of_others_are_named_by_their_commit()
    {
        string[] used = [.. Lines.Where(line => line.Contains("uses:", StringComparison.Ordinal))];
        Assert.NotEmpty(used);
        Assert.All(used, line => Assert.Matches(Pinned(), line));
    }

    [Fact]
    public void No_value_from_outside_stands_in_a_script()
    {
        string[] scripts = [.. Scripts()];
        Assert.NotEmpty(scripts);
        Assert.All(scripts, line => Assert.DoesNotContain("${{", line, StringComparison.Ordinal));
    }

    [Fact]
    public void A_package_that_is_brought_back_was_made_of_a_push()
    {
        string[] looked = [.. Scripts().Where(line => line.Contains("gh run list", StringComparison.Ordinal))];
        Assert.All(looked, line => Assert.Contains("--event push --branch main", line, StringComparison.Ordinal));
        Assert.Single(looked);
    }

    [Fact]
    public void What_is_checked_out_keeps_no_credentials_and_only_the_deployment_gets_a_token_for_Azure()
    {
        Assert.Equal(
            Lines.Count(line => line.Contains("actions/checkout@", StringComparison.Ordinal)),
            Lines.Count(line => line.Trim() == "persist-credentials: false"));
        Assert.Equal(["permissions:", "  contents: read"], Lines.SkipWhile(line => line != "permissions:").Take(2));
        Assert.Single(Lines, line => line.Trim() == "id-token: write");
        Assert.DoesNotContain(Lines, line => line.Contains("pull_request_target", StringComparison.Ordinal));
    }

    /// <summary>The lines that a shell reads.</summary>
    private static IEnumerable<string> Scripts()
    {
        var within = int.MaxValue;
        foreach (var line in Lines.Where(line => line.Length > 0))
        {
            var indent = line.Length - line.TrimStart().Length;
            var begins = line.TrimStart(' ', '-').StartsWith("run:", StringComparison.Ordinal);
            within = begins ? indent : indent > within ? within : int.MaxValue;
            if (within < int.MaxValue)
            {
                yield return line;
            }
        }
    }

    [GeneratedRegex("uses: [\\w./-]+@[0-9a-f]{40} # v[0-9.]+$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Pinned();
}
