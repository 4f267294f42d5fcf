using System.CommandLine;
using NewsWire.Web.Commands;

// Without System.CommandLine's own time limit: the host handles SIGINT and SIGTERM, and ends within its own.
return await CommandLine.RunAsync(args, TimeProvider.System, new InvocationConfiguration { ProcessTerminationTimeout = null });
