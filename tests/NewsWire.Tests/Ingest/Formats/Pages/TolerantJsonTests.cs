using NewsWire.Ingest.Formats.Pages;
using Xunit;

namespace NewsWire.Tests.Ingest.Formats.Pages;

/// <summary>JSON as pages hold it, and what can be made of it.</summary>
public sealed class TolerantJsonTests
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
    [InlineData("{\"a\":\"a\ttab\"}", "a tab")]
    [InlineData("""{"a":"it\'s"}""", "it's")]
    [InlineData("""{"a":"C:\mill"}""", "C:\\mill")]
    [InlineData("""{"a":"a "quiet" boat"}""", "a \"quiet\" boat")]
    [InlineData("""{"a":"a "quiet", small boat","c":2}""", "a \"quiet\", small boat")]
    [InlineData("""{"a":"\u00e9t\u00e9"}""", "été")]
    [InlineData("""{"a":"\u00zz"}""", "\\u00zz")]
    public void What_a_person_can_read_is_read(string script, string text) =>
        Assert.Equal(text, TolerantJson.Read(script)?.GetProperty("a").GetString());

    [Theory]
    [InlineData("")]
    [InlineData("no json")]
    [InlineData("{")]
    [InlineData("[CDATA[")]
    [InlineData("""{"a":"b" """)]
    [InlineData("""{"a":{"b":"c"}""")]
    [InlineData("""{"a" "b"}""")]
    public void What_breaks_off_is_nothing(string script) => Assert.Null(TolerantJson.Read(script));

    [Fact]
    public void Nesting_without_end_is_nothing() => Assert.Null(TolerantJson.Read(new string('[', 100_000) + new string(']', 100_000)));
}
