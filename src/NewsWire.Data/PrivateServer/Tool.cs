using System.ComponentModel;
using System.Diagnostics;

namespace NewsWire.Data.PrivateServer;

/// <summary>How a program ended and what it said.</summary>
internal sealed record ToolResult(int Code, string Output, string Errors)
{
    /// <summary>The end of what it said, for a message: errors where there are any, else its output.</summary>
    public string LastWords => Tool.LastLines(string.IsNullOrWhiteSpace(Errors) ? Output : Errors);
}

/// <summary>Runs other programs: arguments one by one, never through a shell, so that no path needs quoting.</summary>
internal static class Tool
{
    /// <summary>Runs a program to its end; null where there is no such program. Cancelling ends the program.</summary>
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
            // On Windows a server inherits the pipes of the program that started it, and they would never end.
            await Task.WhenAny(Task.WhenAll(output, errors), Task.Delay(TimeSpan.FromSeconds(2), token));
            return new ToolResult(process.ExitCode, Heard(output), Heard(errors));
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: false);
            throw;
        }
    }

    /// <summary>Starts a program whose standard input is a pipe that we hold; null where there is no such program.</summary>
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
        // PGPORT, PGDATA and their like are settings for somebody else's server.
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

    /// <summary>Where the search path has a program of this name, or null.</summary>
    public static string? Find(string name) => SearchPath().Select(folder => Path.Combine(folder, name)).FirstOrDefault(File.Exists);

    /// <summary>The folders of the search path, in its order.</summary>
    public static string[] SearchPath() => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>The last few lines of a program's words, on one line.</summary>
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
            // It ended before it had read all: its exit code tells why.
        }
    }

    private static string Heard(Task<string> text) => text.IsCompletedSuccessfully ? text.Result : "";
}
