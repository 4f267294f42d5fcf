using NewsWire.Tests.Support;
using Xunit;

namespace NewsWire.Tests.Data;

public sealed class TimestampTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_instant_comes_back_in_UTC_in_a_positional_record()
    {
        await using var database = await TestDatabase.CreateAsync(Token);
        var instant = new DateTimeOffset(2026, 3, 29, 1, 30, 0, 123, TimeSpan.Zero);

        var row = await database.Database.FindAsync<Row>(
            "select @Instant::timestamptz as published_at, null::timestamptz as revised_at", new { Instant = instant }, Token);

        Assert.Equal(new Row(instant, null), row);
        Assert.Equal(TimeSpan.Zero, row!.PublishedAt.Offset);
    }

    [Fact]
    public async Task An_instant_written_with_another_offset_is_read_as_the_same_instant_in_UTC()
    {
        await using var database = await TestDatabase.CreateAsync(Token);

        var row = await database.Database.FindAsync<Row>(
            "select '2026-07-01 09:00+02'::timestamptz as published_at, '2026-07-01 09:00+02'::timestamptz as revised_at", null, Token);

        var expected = new DateTimeOffset(2026, 7, 1, 7, 0, 0, TimeSpan.Zero);
        Assert.Equal(new Row(expected, expected), row);
        Assert.Equal(TimeSpan.Zero, row!.RevisedAt!.Value.Offset);
    }

    private sealed record Row(DateTimeOffset PublishedAt, DateTimeOffset? RevisedAt);
}
