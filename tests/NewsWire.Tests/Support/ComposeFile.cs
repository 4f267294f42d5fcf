using System.Text.RegularExpressions;
using NewsWire.Tests.Architecture;

namespace NewsWire.Tests.Support;

/// <summary>
/// The environment of a service in a compose file of the repository. Reads the form these files are written in, two spaces a
/// level and one “NAME: value” a line; any other form finds no settings, which the tests notice.
/// </summary>
internal static partial class ComposeFile
{
    /// <returns>The variables with ${NAME:-default} replaced by the default, as on a machine without a file .env.</returns>
    public static IReadOnlyDictionary<string, string> Environment(string service, params string[] path)
    {
        Dictionary<string, string> variables = new(StringComparer.Ordinal);
        var (inService, inEnvironment) = (false, false);
        foreach (var line in Repository.Read(path).Split('\n'))
        {
            var indent = line.Length - line.TrimStart().Length;
            if (line.Trim() is [] or ['#', ..])
                continue;
            if (indent <= 2)
                (inService, inEnvironment) = (line.Trim() == $"{service}:", false);
            else if (indent == 4)
                inEnvironment = inService && line.Trim() == "environment:";
            else if (inEnvironment && Variable().Match(line) is { Success: true } variable)
                variables.Add(variable.Groups["name"].Value, Defaults(variable.Groups["value"].Value));
        }
        return variables;
    }

    private static string Defaults(string value)
    {
        // From the inside out: ${A:-${B:-default}}.
        for (var before = ""; before != value;)
            (before, value) = (value, Reference().Replace(value, "${default}"));
        return value;
    }

    [GeneratedRegex("^ {6}(?<name>\\w[\\w-]*): (?<quote>\"?)(?<value>.*?)\\k<quote>\\s*$", RegexOptions.None, 1000)]
    private static partial Regex Variable();

    [GeneratedRegex(@"\$\{\w+(?::-(?<default>[^${}]*))?\}", RegexOptions.None, 1000)]
    private static partial Regex Reference();
}
