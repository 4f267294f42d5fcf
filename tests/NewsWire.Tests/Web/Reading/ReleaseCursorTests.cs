using NewsWire.Web.Reading;
using Xunit;

namespace NewsWire.Tests.Web.Reading;

public sealed class ReleaseCursorTests
{
    [Theory]
    [InlineData("2026-11-23T09:42:00Z", 1)]
    [InlineData("2026-11-23T09:42:00.123456Z", long.MaxValue)]
    [InlineData("1970-01-01T00:00:00Z", 0)]
    [InlineData("9999-12-31T23:59:59Z", 7)]
    public void What_it_writes_it_reads(string at, long id)
    {
        var cursor = new ReleaseCursor(DateTimeOffset.Parse(at, System.Globalization.CultureInfo.InvariantCulture), id);

        Assert.True(ReleaseCursor.TryParse(cursor.ToString(), out var read));
        Assert.Equal(cursor, read);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("-")]
    [InlineData("12")]
    [InlineData("12-")]
    [InlineData("-12")]
    [InlineData("12-12-12")]
    [InlineData("xyz-12")]
    [InlineData("12-xyz")]
    [InlineData(" 12-12")]
    [InlineData("ffffffffffffffff-1")]
    [InlineData("7fffffffffffffff-1")]
    [InlineData("1-ffffffffffffffff")]
    [InlineData("11111111111111111111-1")]
    public void Anything_else_is_refused(string? text) => Assert.False(ReleaseCursor.TryParse(text, out _));
}
