using Dissemination.Storage;

namespace Dissemination.Tests.Storage;

public sealed class QueueReadingTests
{
    [Theory]
    [InlineData("eyJsYW5lIjoieCJ9", "{\"lane\":\"x\"}")]
    [InlineData("{\"lane\":\"x\"}", "{\"lane\":\"x\"}")]
    [InlineData("không phải base64!", "không phải base64!")]
    [InlineData("abcd", "abcd")]
    [InlineData("", "")]
    public void A_message_is_read_whether_it_is_base64_or_not(string message, string words) =>
        Assert.Equal(words, QueueReading.Text(message));
}
