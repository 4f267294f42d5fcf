using System.CommandLine;
using System.Globalization;
using NewsWire.Web.Commands;
using Xunit;

namespace NewsWire.Tests.Web.Commands;

public sealed class CommandLineTests
{
    [Theory]
    [InlineData("--help", " [command] [options]")]
    [InlineData("-?", " [command] [options]")]
    [InlineData("help", " [command] [options]")]
    [InlineData("help sources test", " sources test <SOURCE> [<SETTING>...] [options]")]
    [InlineData("sources help", " sources [command] [options]")]
    [InlineData("serve --help", " serve [<SETTING>...] [options]")]
    [InlineData("serve help", " serve [<SETTING>...] [options]")]
    [InlineData("serve -?", " serve [<SETTING>...] [options]")]
    [InlineData("--urls http://localhost:1 --help", " serve [<SETTING>...] [options]")]
    [InlineData("--version", "0.1.0")]
    [InlineData("version", "0.1.0")]
    public async Task Help_and_version_are_shown_however_they_are_asked_for(string arguments, string expected)
    {
        await using var output = new StringWriter(CultureInfo.InvariantCulture);

        var code = await CommandLine.RunAsync(arguments.Split(' '), TimeProvider.System, new InvocationConfiguration { Output = output });

        Assert.Equal(0, code);
        Assert.Contains(expected, output.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("migrat", "“migrat” is not a command of newswire. Did you mean migrate?")]
    [InlineData("serv", "“serv” is not a command of newswire. Did you mean serve?")]
    [InlineData("versoin", "“versoin” is not a command of newswire. Did you mean version?")]
    [InlineData("help wobble", "“wobble” is not a command of newswire.")]
    [InlineData("wobble", "“wobble” is not a command of newswire. “newswire --help” shows what there is.")]
    [InlineData("sources tset inbox", "“tset” is not a command of newswire sources. Did you mean test?")]
    [InlineData("parse - --ulr https://wire.example/", "“--ulr” is not an option of newswire parse. Did you mean --url?")]
    public async Task A_mistyped_command_is_refused_with_the_nearest(string arguments, string expected)
    {
        await using var error = new StringWriter(CultureInfo.InvariantCulture);

        var code = await CommandLine.RunAsync(arguments.Split(' '), TimeProvider.System, new InvocationConfiguration { Error = error });

        Assert.Equal(1, code);
        Assert.StartsWith(expected, error.ToString(), StringComparison.Ordinal);
    }
}
