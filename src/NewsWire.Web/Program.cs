using System.CommandLine;
using NewsWire.Web.Commands;

var root = new RootCommand("NewsWire gathers press releases from many wires and shows them. Without a command it serves.")
{
    ServeCommand.Create(),
    MigrateCommand.Create(),
    ParseCommand.Create(TimeProvider.System),
    SourcesCommand.Create(TimeProvider.System),
};

// No command means serve, whatever settings follow; help and version stay with the root.
string[] questions = ["--help", "-h", "-?", "/?", "--version"];
var bare = args is [] || (args[0].StartsWith("--", StringComparison.Ordinal) && !questions.Contains(args[0]));
return await root.Parse(bare ? ["serve", .. args] : args).InvokeAsync(
    // The server ends itself, gently; a second hand on the switch would cut it short.
    new InvocationConfiguration { ProcessTerminationTimeout = null });
