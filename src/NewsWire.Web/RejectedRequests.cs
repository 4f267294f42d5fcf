using System.Buffers;
using System.IO.Pipelines;
using System.Text;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using NewsWire.Web.Pages;

namespace NewsWire.Web;

/// <summary>
/// Gives a page to the requests that Kestrel rejects before the program sees them: an address with %00, one that is too long,
/// a damaged request line, too many headers. Kestrel answers them without a body and offers no way to write one, so the answer
/// is replaced on its way out. An encrypted endpoint keeps Kestrel's answer.
/// </summary>
internal static class RejectedRequests
{
    public static void UsePagesForRejected(this KestrelServerOptions kestrel) =>
        kestrel.ConfigureEndpointDefaults(endpoint => endpoint.Use(next => connection =>
        {
            connection.Transport = new Transport(connection.Transport.Input, new Output(connection.Transport.Output));
            return next(connection);
        }));

    private sealed record Transport(PipeReader Input, PipeWriter Output) : IDuplexPipe;

    private sealed class Output(PipeWriter inner) : PipeWriter
    {
        private Memory<byte> _last;

        public override bool CanGetUnflushedBytes => inner.CanGetUnflushedBytes;

        public override long UnflushedBytes => inner.UnflushedBytes;

        public override Memory<byte> GetMemory(int sizeHint = 0) => _last = inner.GetMemory(sizeHint);

        public override Span<byte> GetSpan(int sizeHint = 0) => GetMemory(sizeHint).Span;

        public override void Advance(int bytes)
        {
            if (RejectedAnswer.Of(_last.Span[..bytes]) is { } answer)
            {
                inner.Write(answer);
                _last = default;
                return;
            }

            inner.Advance(bytes);
            // The rest of the memory may be filled next, without being asked for again.
            _last = _last[bytes..];
        }

        public override ValueTask<FlushResult> FlushAsync(CancellationToken cancellationToken = default) => inner.FlushAsync(cancellationToken);

        public override void CancelPendingFlush() => inner.CancelPendingFlush();

        public override void Complete(Exception? exception = null) => inner.Complete(exception);

        public override ValueTask CompleteAsync(Exception? exception = null) => inner.CompleteAsync(exception);
    }
}

/// <summary>The answer that replaces Kestrel's own: its status line, the usual guards and a page.</summary>
internal static class RejectedAnswer
{
    // Kestrel's own answer begins with these headers; no answer of a page does.
    private static ReadOnlySpan<byte> Empty => "\r\nContent-Length: 0\r\nConnection: close\r\n"u8;

    private const int StatusCodeAt = 9;

    /// <summary>The whole answer in place of an empty one of 400 to 499; null for any other bytes.</summary>
    public static byte[]? Of(ReadOnlySpan<byte> head)
    {
        if (!head.StartsWith("HTTP/1.1 4"u8) || head.IndexOf(Empty) is not (> StatusCodeAt + 3 and var line) || head.IndexOf("\r\n"u8) != line)
            return null;
        var page = Encoding.UTF8.GetBytes(RejectedPage.Of(int.Parse(head.Slice(StatusCodeAt, 3), System.Globalization.CultureInfo.InvariantCulture)));
        var headers =
            $"""
            {Encoding.ASCII.GetString(head[..line])}
            Content-Type: text/html; charset=utf-8
            Content-Length: {page.Length}
            Connection: close
            Cache-Control: no-store
            Content-Security-Policy: default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'
            X-Content-Type-Options: nosniff
            Referrer-Policy: no-referrer


            """.ReplaceLineEndings("\r\n");
        return [.. Encoding.ASCII.GetBytes(headers), .. page];
    }
}
