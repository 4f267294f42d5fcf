using System.ComponentModel;
using System.Diagnostics;

namespace NewsWire.Data.PrivateServer;

/// <summary>The exit code and output of a program.</summary>
internal sealed record ToolResult(int Code, string Output, string Errors)
{
    /// <summary>The last lines of its output for an error message: standard error if there is any, otherwise standard output.</summary>
    public string LastWords => Tool.LastLines(string.IsNullOrWhiteSpace(Errors) ? Output : Errors);
}

/// <summary>Runs other programs. Arguments are passed separately and never through a shell, so that paths need no quoting.</summary>
internal static class Tool
{
    /// <summary>Runs a program to its end; null where it does not exist. Cancelling ends the program.</summary>
    public static async Task<ToolResult?> RunAsync(IReadOnlyList<string> command, string folder, string? input, CancellationToken token)
    {
        token.ThrowIfCancellationRequested();
        using var process = Start(command, folder);
        if (process is null)
            return null;
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(token);
            var errors = process.StandardError.ReadToEndAsync(token);
            await TellAsync(process, input, token);
            await process.WaitForExitAsync(token);
            // On Windows a server started by the program inherits its pipes, which would then stay open.
            await Task.WhenAny(Task.WhenAll(output, errors), Task.Delay(TimeSpan.FromSeconds(2), token));
            return new ToolResult(process.ExitCode, Heard(output), Heard(errors));
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: false);
            throw;
        }
    }

    /// <summary>Starts a program whose standard input is a pipe held by this process; null where the program does not exist.</summary>
    public static Process? Start(IReadOnlyList<string> command, string folder)
    {
        var start = new ProcessStartInfo(command[0], command.Skip(1))
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            CreateNoWindow = true,
        };
        // PGPORT, PGDATA and similar variables are meant for another server.
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("PG", StringComparison.Ordinal)).ToList())
            start.Environment.Remove(name);
        start.Environment["LC_ALL"] = "C";
        try
        {
            return Process.Start(start);
        }
        catch (Win32Exception)
        {
            return null;
        }
    }

    /// <summary>The path of a program found in PATH, or null.</summary>
    public static string? Find(string name) => SearchPath().Select(folder => Path.Combine(folder, name)).FirstOrDefault(File.Exists);

    /// <summary>The folders of PATH, in order.</summary>
    public static string[] SearchPath() => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>The last lines of a program's output, joined on one line.</summary>
    public static string LastLines(string text) =>
        string.Join(" / ", text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).TakeLast(4));

    private static async Task TellAsync(Process process, string? input, CancellationToken token)
    {
        try
        {
            await process.StandardInput.WriteAsync((input ?? "").AsMemory(), token);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // The program ended before reading all input; its exit code tells why.
        }
    }

    private static string Heard(Task<string> text) => text.IsCompletedSuccessfully ? text.Result : "";
}
