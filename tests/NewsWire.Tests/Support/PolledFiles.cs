using System.Runtime.CompilerServices;

namespace NewsWire.Tests.Support;

/// <summary>
/// Turns off file watching for hosts in tests: the number of inotify instances per user is small (often 128), tests start many hosts, and a
/// host that gets none answers with 500.
/// </summary>
internal static class PolledFiles
{
    [ModuleInitializer]
    internal static void Set() => Environment.SetEnvironmentVariable("DOTNET_USE_POLLING_FILE_WATCHER", "true");
}
