using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
using NewsWire.Data;

namespace NewsWire.Web.Commands;

/// <summary>The commands of the program, and the answer to a mistyped one.</summary>
internal static class CommandLine
{
    private const string SettingName = "SETTING";

    // These stay with the root command; any other first option is a setting of “serve”.
    private static readonly string[] RootOptions = ["--help", "--version"];
    private static readonly string[] HelpOptions = ["--help", "-h", "-?", "/?", "/h"];

    public static RootCommand Create(TimeProvider time)
    {
        var root = new RootCommand("NewsWire reads press releases from newswires and shows them in a browser.")
        {
            ServeCommand.Create(),
            MigrateCommand.Create(),
            ParseCommand.Create(time),
            SourcesCommand.Create(time),
        };
        foreach (var option in root.Options)
            option.Description = option is HelpOption ? "Show this help." : "Show the version.";
        return root;
    }

    /// <returns>The exit code: 0 where the command did what it was asked.</returns>
    public static Task<int> RunAsync(string[] args, TimeProvider time, InvocationConfiguration invocation)
    {
        var result = Create(time).Parse(Meant(args));
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

    // As people write it: “newswire help sources”, “newswire version”, “newswire --urls …” without a command.
    private static string[] Meant(string[] args) => args switch
    {
        [] => ["serve"],
        ["help"] or ["help", "help"] => ["--help"],
        ["help", .. var command] => [.. command, "--help"],
        ["version"] => ["--version"],
        [.. var command, "help"] when command is ["serve" or "migrate" or "parse" or "sources"] => [.. command, "--help"],
        [var first, ..] when first.StartsWith("--", StringComparison.Ordinal) && !RootOptions.Contains(first) =>
            args.Any(HelpOptions.Contains) ? ["serve", "--help"] : ["serve", .. args],
        _ => args,
    };

    /// <summary>Takes settings of any name, which <see cref="SettingsCheck"/> checks.</summary>
    public static Argument<string[]> Settings() => new(SettingName)
    {
        Description = "Any setting of the README, such as --urls http://0.0.0.0:8080 or --Ingestion:Workers 8.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private static string? Unknown(ParseResult result)
    {
        if (result.CommandResult.Command.Arguments.Any(argument => argument.Name == SettingName))
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
        var known = option ? result.Command.Options.Select(known => known.Name) : Commands(result.Command);
        var path = string.Join(' ', Path(result));
        var kind = option ? "an option" : result.Command.Subcommands.Count > 0 ? "a command" : "an argument";
        return $"“{given}” is not {kind} of {path}.{NearestName.Question(given, known)} “{path} --help” shows what there is.";
    }

    private static IEnumerable<string> Commands(Command command) =>
        command.Subcommands.Select(known => known.Name).Concat(command is RootCommand ? ["help", "version"] : []);

    private static IEnumerable<string> Path(CommandResult result) =>
        result.Parent is CommandResult parent ? Path(parent).Append(result.Command.Name) : ["newswire"];
}
