using NewsWire.Ingest.Fetch;
using Xunit;

namespace NewsWire.Tests.Ingest.Fetch;

public sealed class RetryAfterTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 21, 13, 5, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("1", 1), InlineData(" 90 ", 90), InlineData("0000000000090", 90), InlineData("86400", 86400)]
    [InlineData("86401", 86400), InlineData("99999999999999999999", 86400)]
    [InlineData("Sat, 21 Nov 2026 13:05:30 GMT", 30), InlineData("Sat Nov 21 13:06:00 2026", 60), InlineData("Sun, 21 Nov 2027 13:05:30 GMT", 86400)]
    public void Seconds_and_dates_are_understood_and_never_more_than_a_day(string header, int seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), RetryAfter.Read(header, Now));

    [Theory]
    [InlineData(null), InlineData(""), InlineData("0"), InlineData("-5"), InlineData("soon"), InlineData("1.5"), InlineData("Sat, 21 Nov 2026 13:04:00 GMT")]
    public void What_says_nothing_is_nothing(string? header) => Assert.Null(RetryAfter.Read(header, Now));
}
