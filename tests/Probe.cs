using Xunit;
namespace Dissemination.Tests;
public class Probe { [Fact] public void Runs() => Assert.Equal(4, 2 + 2); }
