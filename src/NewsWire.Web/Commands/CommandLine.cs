using System.CommandLine;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
using NewsWire.Data;

namespace NewsWire.Web.Commands;

/// <summary>The commands of the program, and what a mistyped one is answered.</summary>
internal static class CommandLine
{
    // These stay with the root command; any other first option is a setting of “serve”.
    private static readonly string[] RootOptions = ["--help", "-h", "-?", "/?", "--version"];

    public static RootCommand Create(TimeProvider time) =>
        new("NewsWire gathers press releases from many wires and shows them. Without a command it serves.")
        {
            ServeCommand.Create(),
            MigrateCommand.Create(),
            ParseCommand.Create(time),
            SourcesCommand.Create(time),
        };

    /// <returns>The exit code: 0 where the command did what it was asked.</returns>
    public static Task<int> RunAsync(string[] args, TimeProvider time, InvocationConfiguration invocation)
    {
        var serves = args is [] || (args[0].StartsWith("--", StringComparison.Ordinal) && !RootOptions.Contains(args[0]));
        var result = Create(time).Parse(serves ? ["serve", .. args] : args);
        if (Unknown(result) is { } unknown)
        {
            invocation.Error.WriteLine(Refusal(unknown, result.CommandResult));
            return Task.FromResult(1);
        }
        // The errors are enough: the whole help after them pushes them off the screen.
        if (result.Action is ParseErrorAction refusal && result.CommandResult.Command.Subcommands.Count == 0)
            refusal.ShowHelp = false;
        return result.InvokeAsync(invocation);
    }

    private static string? Unknown(ParseResult result)
    {
        if (!result.CommandResult.Command.TreatUnmatchedTokensAsErrors)
            return null;
        if (result.UnmatchedTokens is [var unmatched, ..])
            return unmatched;
        // An argument that may repeat takes a mistyped option for one more value; what stands behind “--” is meant as a value.
        return result.Tokens.TakeWhile(token => token.Type != TokenType.DoubleDash)
            .FirstOrDefault(token => token.Type == TokenType.Argument && token.Value.StartsWith("--", StringComparison.Ordinal))?.Value;
    }

    private static string Refusal(string given, CommandResult result)
    {
        var option = given.StartsWith('-');
        var known = option ? result.Command.Options.Select(known => known.Name) : result.Command.Subcommands.Select(known => known.Name);
        var path = string.Join(' ', Path(result));
        var kind = option ? "an option" : result.Command.Subcommands.Count > 0 ? "a command" : "an argument";
        return $"“{given}” is not {kind} of {path}.{NearestName.Question(given, known)} “{path} --help” shows what there is.";
    }

    private static IEnumerable<string> Path(CommandResult result) =>
        result.Parent is CommandResult parent ? Path(parent).Append(result.Command.Name) : ["newswire"];
}
