using Microsoft.Extensions.Time.Testing;
using NewsWire.Ingest.Fetch;
using Xunit;

namespace NewsWire.Tests.Ingest.Fetch;

public sealed class HostPacingTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private readonly FakeTimeProvider _time = new();
    private readonly HostPacing _pacing;

    public HostPacingTests() => _pacing = new HostPacing(_time, Second);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Two_requests_to_a_host_begin_a_second_apart()
    {
        (await _pacing.EnterAsync("www.wire.com", 443, Token)).Dispose();

        var second = _pacing.EnterAsync("WWW.wire.com", 443, Token);
        _time.Advance(TimeSpan.FromMilliseconds(999));
        Assert.False(second.IsCompleted);
        _time.Advance(TimeSpan.FromMilliseconds(1));

        (await second.WaitAsync(Token)).Dispose();
    }

    [Fact]
    public async Task Two_hosts_do_not_wait_for_one_another()
    {
        using var one = await _pacing.EnterAsync("www.wire.com", 443, Token);
        using var other = await _pacing.EnterAsync("www.other.com", 443, Token);
        Assert.Equal(TimeSpan.Zero, other.HeldFor);
    }

    [Fact]
    public async Task A_host_is_asked_one_thing_at_a_time_however_long_it_takes()
    {
        var first = await _pacing.EnterAsync("www.wire.com", 443, Token);
        var second = _pacing.EnterAsync("www.wire.com", 443, Token);
        _time.Advance(10 * Second);
        Assert.False(second.IsCompleted);

        first.Dispose();
        first.Dispose();
        (await second.WaitAsync(Token)).Dispose();
    }

    [Fact]
    public async Task A_host_that_wants_to_be_left_alone_says_so_at_once_to_all_who_wait()
    {
        var first = await _pacing.EnterAsync("www.wire.com", 443, Token);
        var waiting = _pacing.EnterAsync("www.wire.com", 443, Token);
        first.HoldBack(60 * Second);
        first.HoldBack(5 * Second);
        first.Dispose();

        using (var second = await waiting.WaitAsync(Token))
            Assert.Equal(60 * Second, second.HeldFor);
        _time.Advance(60 * Second);
        using var third = await _pacing.EnterAsync("www.wire.com", 443, Token);
        Assert.Equal(TimeSpan.Zero, third.HeldFor);
    }

    [Fact]
    public async Task A_pause_holds_one_port_and_the_spacing_the_whole_host()
    {
        using (var first = await _pacing.EnterAsync("www.wire.com", 443, Token))
            first.HoldBack(60 * Second);

        var other = _pacing.EnterAsync("www.wire.com", 8443, Token);
        Assert.False(other.IsCompleted);
        _time.Advance(Second);
        using (var second = await other.WaitAsync(Token))
        {
            Assert.Equal(TimeSpan.Zero, second.HeldFor);
            second.HoldBack(5 * Second);
        }
        _time.Advance(5 * Second);

        using (var third = await _pacing.EnterAsync("www.wire.com", 8443, Token))
            Assert.Equal(TimeSpan.Zero, third.HeldFor);
        using var held = await _pacing.EnterAsync("www.wire.com", 443, Token);
        Assert.Equal(54 * Second, held.HeldFor);
    }

    [Fact]
    public async Task Whoever_gives_up_waiting_does_not_keep_the_next_one_waiting()
    {
        using var caller = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var first = await _pacing.EnterAsync("www.wire.com", 443, Token);
        var behind = _pacing.EnterAsync("www.wire.com", 443, caller.Token);
        await caller.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => behind);

        first.Dispose();
        using var patient = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var pausing = _pacing.EnterAsync("www.wire.com", 443, patient.Token);
        await patient.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => pausing);

        _time.Advance(Second);
        (await _pacing.EnterAsync("www.wire.com", 443, Token)).Dispose();
    }

    [Fact]
    public async Task Only_so_many_hosts_are_remembered()
    {
        using var kept = await _pacing.EnterAsync("kept.wire.com", 443, Token);
        for (var i = 0; i < 3 * HostPacing.Capacity; i++)
        {
            using var turn = await _pacing.EnterAsync($"{i}.wire.com", 443, Token);
            turn.HoldBack(TimeSpan.FromHours(1));
        }
        Assert.Equal(HostPacing.Capacity, _pacing.Count);
        Assert.False(_pacing.EnterAsync("kept.wire.com", 443, Token).IsCompleted);
    }
}
