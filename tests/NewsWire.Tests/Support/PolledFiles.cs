using System.Runtime.CompilerServices;

namespace NewsWire.Tests.Support;

/// <summary>
/// No host of a test has the system watch its settings' files and stylesheets: a machine has few watchers (often 128 of
/// inotify), tests start many hosts, and one that gets none answers 500.
/// </summary>
internal static class PolledFiles
{
    [ModuleInitializer]
    internal static void Set() => Environment.SetEnvironmentVariable("DOTNET_USE_POLLING_FILE_WATCHER", "true");
}
