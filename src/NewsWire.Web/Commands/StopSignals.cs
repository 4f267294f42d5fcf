using System.Runtime.InteropServices;

namespace NewsWire.Web.Commands;

/// <summary>SIGTERM and Ctrl+C as a token, from before there is a host that handles them.</summary>
internal sealed class StopSignals : IDisposable
{
    private readonly CancellationTokenSource _stop;
    private readonly List<PosixSignalRegistration> _registrations;

    public StopSignals(CancellationToken token)
    {
        _stop = CancellationTokenSource.CreateLinkedTokenSource(token);
        _registrations = [Register(PosixSignal.SIGTERM), Register(PosixSignal.SIGINT)];
    }

    /// <summary>Cancelled when the process is told to stop.</summary>
    public CancellationToken Token => _stop.Token;

    public void Dispose()
    {
        foreach (var registration in _registrations)
            registration.Dispose();
        _stop.Dispose();
    }

    private PosixSignalRegistration Register(PosixSignal signal) => PosixSignalRegistration.Create(signal, context =>
    {
        // Without this the process ends at once.
        context.Cancel = true;
        _stop.Cancel();
    });
}
