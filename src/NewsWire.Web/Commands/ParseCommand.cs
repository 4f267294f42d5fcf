using System.CommandLine;
using System.CommandLine.Parsing;
using System.Text;
using NewsWire.Ingest;

namespace NewsWire.Web.Commands;

/// <summary>newswire parse: prints what is extracted from documents, one JSON object per line. Uses no network and no database.</summary>
internal static class ParseCommand
{
    public static Command Create(TimeProvider time)
    {
        var files = new Argument<string[]>("FILE") { Description = "Documents to read; - or none: standard input.", Arity = ArgumentArity.ZeroOrMore };
        var url = new Option<Uri?>("--url") { Description = "The address where the document was published.", CustomParser = Address };
        var at = new Option<DateTimeOffset?>("--at") { Description = "When the document was read, such as 2026-11-25T12:00:00Z; the default is now." };
        var command = new Command("parse", "Print what is extracted from documents, one JSON object per line.") { files, url, at };
        command.SetAction((result, token) => RunAsync(
            result.GetValue(files) is { Length: > 0 } given ? given : ["-"],
            result.GetValue(url),
            result.GetValue(at) ?? time.GetUtcNow(),
            token));
        return command;
    }

    // The library knows no Uri, and says so only when the value is asked for.
    private static Uri? Address(ArgumentResult written)
    {
        var text = written.Tokens[^1].Value;
        if (Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https")
            return address;
        written.AddError($"“{text}” is not an http or https address.");
        return null;
    }

    private static async Task<int> RunAsync(string[] files, Uri? url, DateTimeOffset at, CancellationToken token)
    {
        var inspection = new DocumentInspection();
        await using var output = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        var succeeded = true;
        foreach (var file in files)
        {
            var (line, ok) = await DescribeAsync(inspection, file, url, at, token);
            succeeded &= ok;
            await output.WriteLineAsync(line.AsMemory(), token);
        }
        return succeeded ? 0 : 1;
    }

    private static async Task<(string Line, bool Succeeded)> DescribeAsync(DocumentInspection inspection, string file, Uri? url, DateTimeOffset at, CancellationToken token)
    {
        try
        {
            await using Stream input = file == "-" ? Console.OpenStandardInput() : File.OpenRead(file);
            using var bytes = new MemoryStream();
            await input.CopyToAsync(bytes, token);
            return inspection.Describe(bytes.ToArray(), file, url, at);
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            return DocumentInspection.Missing(file, trouble.Message);
        }
    }
}
