using NewsWire.Web.Commands;
using Xunit;

namespace NewsWire.Tests.Web.Commands;

public sealed class ParseCommandTests
{
    [Theory]
    [InlineData("https://www.lelezard.com/en/news-22410077.html", true)]
    [InlineData("nonsense", false)]
    [InlineData("file:///etc/hostname", false)]
    public void The_address_is_read_before_the_command_runs(string address, bool taken)
    {
        var result = ParseCommand.Create(TimeProvider.System).Parse(["-", "--url", address]);

        Assert.Equal(taken, result.Errors.Count == 0);
        if (taken)
            Assert.Equal(new Uri(address), result.GetValue<Uri>("--url"));
        else
            Assert.Contains(address, Assert.Single(result.Errors).Message, StringComparison.Ordinal);
    }
}
