using System.Runtime.CompilerServices;

namespace NewsWire.Tests.Support;

/// <summary>No host of a test watches its settings' files: a machine has few watchers (128 of inotify), and tests start many hosts.</summary>
internal static class UnwatchedSettings
{
    [ModuleInitializer]
    internal static void Set() => Environment.SetEnvironmentVariable("DOTNET_hostBuilder__reloadConfigOnChange", "false");
}
