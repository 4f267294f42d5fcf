using NewsWire.Ingest.Formats.Json;
using Xunit;

namespace NewsWire.Tests.Ingest.Formats.Json;

/// <summary>Malformed JSON as found on pages.</summary>
public sealed class LenientJsonTests
{
    [Theory]
    [InlineData("""{"a":"b"}""", "b")]
    [InlineData("""  <!-- {"a":"b"} -->  """, "b")]
    [InlineData("""//<![CDATA[ {"a":"b"} //]]>""", "b")]
    [InlineData("""/* <![CDATA[ */{"a":"b"}/* ]]> */""", "b")]
    [InlineData("""{"a":"b"};""", "b")]
    [InlineData("""{"a":"b",}""", "b")]
    [InlineData("""{"a":"b", /* note */ "c":1}""", "b")]
    [InlineData("{\"a\":\"two\nlines\"}", "two\nlines")]
    [InlineData("{\"a\":\"a\ttab\"}", "a\ttab")]
    [InlineData("""{"a":"it\'s"}""", "it's")]
    [InlineData("""{"a":"C:\mill"}""", "C:\\mill")]
    [InlineData("""{"a":"a "quiet" boat"}""", "a \"quiet\" boat")]
    [InlineData("""{"a":"a "quiet", small boat","c":2}""", "a \"quiet\", small boat")]
    [InlineData("""{"a":"\u00e9t\u00e9"}""", "été")]
    [InlineData("""{"a":"half \ud83d, \\ud83d\ude00, whole \ud83d\uDE00"}""", "half \uFFFD, \\ud83d\uFFFD, whole 😀")]
    [InlineData("{\"a\":\"b\" /* note */, \"c\":\"two\nlines\"}", "b")]
    [InlineData("""{"a":"\u00zz"}""", "\\u00zz")]
    public void Malformed_JSON_is_repaired(string script, string text) =>
        Assert.Equal(text, LenientJson.ReadScript(script)?.GetProperty("a").GetString());

    [Theory]
    [InlineData("")]
    [InlineData("no json")]
    [InlineData("{")]
    [InlineData("[CDATA[")]
    [InlineData("""{"a":"b" """)]
    [InlineData("""{"a":{"b":"c"}""")]
    [InlineData("""{"a" "b"}""")]
    public void A_script_that_cannot_be_parsed_is_rejected(string script) => Assert.Null(LenientJson.ReadScript(script));

    [Fact]
    public void Excessive_nesting_is_rejected() => Assert.Null(LenientJson.ReadScript(new string('[', 100_000) + new string(']', 100_000)));
}
