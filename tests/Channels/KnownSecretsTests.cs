using System.Text;
using Dissemination.Channels;
using Dissemination.Problems;
using FsCheck.Xunit;

namespace Dissemination.Tests.Channels;

public sealed class KnownSecretsTests
{
    private const string Bot = "7123456789:AAF-bi_mat+cua/bot=tinh|0123456789";

    private readonly KnownSecrets _secrets = new();

    public KnownSecretsTests() => _secrets.Learn(Bot);

    public static TheoryData<string> Forms => new(
        Bot,
        Bot.ToUpperInvariant(),
        Uri.EscapeDataString(Bot),
        Uri.EscapeDataString(Bot).ToLowerInvariant(),
        Convert.ToHexString(Encoding.UTF8.GetBytes(Bot)),
        Convert.ToHexStringLower(Encoding.UTF8.GetBytes(Bot)),
        Bot[(Bot.IndexOf(':', StringComparison.Ordinal) + 1)..],
        Bot[..20],
        Bot[^20..]);

    [Theory]
    [MemberData(nameof(Forms))]
    public void Whole_or_in_part_as_it_is_or_encoded_a_secret_leaves_only_a_mark(string form) =>
        Assert.Equal("Not Found: /bot…/sendMessage", _secrets.Clean($"Not Found: /bot{form}/sendMessage"));

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("user:")]
    public void In_base64_it_is_found_whatever_stands_before_it(string before)
    {
        var cleaned = _secrets.Clean(Convert.ToBase64String(Encoding.UTF8.GetBytes(before + Bot)));

        Assert.Contains("…", cleaned, StringComparison.Ordinal);
        Assert.InRange(cleaned.Length, 1, 12);
    }

    [Fact]
    public void Every_secret_is_taken_out_as_often_as_it_is_there()
    {
        _secrets.Learn("EAAB-page-token-of-somebody");

        Assert.Equal("… and … and … again", _secrets.Clean($"{Bot} and EAAB-page-token-of-somebody and {Bot} again"));
    }

    [Fact]
    public void Secrets_that_begin_alike_are_both_taken_out()
    {
        _secrets.Learn("EAAB-the-same-beginning-one");
        _secrets.Learn("EAAB-the-same-beginning-and-another");

        Assert.Equal("… … EAAB", _secrets.Clean("EAAB-the-same-beginning-and-another EAAB-the-same-beginning-one EAAB"));
    }

    [Fact]
    public void A_short_secret_is_taken_out_as_a_whole()
    {
        _secrets.Learn("123456:sample");

        Assert.Equal("… is a sample", _secrets.Clean("123456:sample is a sample"));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("a b c")]
    public void What_is_no_secret_takes_nothing_out(string? secret)
    {
        _secrets.Learn(secret);

        Assert.Equal("Bad Request: a b c", _secrets.Clean("Bad Request: a b c"));
        Assert.Null(_secrets.Clean((string?)null));
    }

    [Fact]
    public void A_problem_keeps_its_code_and_place_and_the_words_beside_the_secret()
    {
        var problem = new Problem(nameof(ProblemTexts.ChannelRefusedPost), new("x.csv", 1), "Telegram", $"no {Bot}");

        var cleaned = _secrets.Clean(problem);

        Assert.Equal((problem.Code, problem.Place), (cleaned.Code, cleaned.Place));
        Assert.Equal(["Telegram", "no …"], cleaned.Arguments);
    }

    [Property(MaxTest = 500)]
    public bool Whatever_stands_around_it_a_secret_is_never_left(string? before, string? after) =>
        !_secrets.Clean(before + Bot + after).Contains(Bot, StringComparison.OrdinalIgnoreCase);
}
