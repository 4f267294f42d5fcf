using System.Text.RegularExpressions;
using NewsWire.Ingest;
using Xunit;

namespace NewsWire.Tests.Ingest;

public sealed class PatienceTests
{
    [Fact]
    public void Work_that_timed_out_is_retried()
    {
        var begun = 0;

        Assert.Equal("read", Patience.Over(() => ++begun < 3 ? throw new RegexMatchTimeoutException() : "read"));
        Assert.Equal(3, begun);
    }

    [Fact]
    public void Work_that_always_times_out_fails()
    {
        var begun = 0;

        Assert.Throws<RegexMatchTimeoutException>(() => Patience.Over<string>(() => ++begun > 0 ? throw new RegexMatchTimeoutException() : ""));
        Assert.Equal(4, begun);
    }
}
