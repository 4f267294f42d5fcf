using System.Text.RegularExpressions;
using NewsWire.Ingest;
using Xunit;

namespace NewsWire.Tests.Ingest;

public sealed class PatienceTests
{
    [Fact]
    public void What_the_clock_ran_out_on_is_begun_again()
    {
        var begun = 0;

        Assert.Equal("read", Patience.Over(() => ++begun < 3 ? throw new RegexMatchTimeoutException() : "read"));
        Assert.Equal(3, begun);
    }

    [Fact]
    public void What_always_takes_too_long_is_given_up()
    {
        var begun = 0;

        Assert.Throws<RegexMatchTimeoutException>(() => Patience.Over<string>(() => ++begun > 0 ? throw new RegexMatchTimeoutException() : ""));
        Assert.Equal(4, begun);
    }
}
