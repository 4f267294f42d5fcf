using NewsWire.Tests.Architecture;
using NewsWire.Tests.Support;
using NewsWire.Web;
using Xunit;

namespace NewsWire.Tests.Web;

/// <summary>
/// Every word that a page can show stands in PageWords.txt, where an editor reads them together. A change of words is a change of
/// that file, and so is reviewed.
/// </summary>
public sealed class PageWordsTests
{
    private const string List = "tests/NewsWire.Tests/Web/PageWords.txt";

    // Keys of what a page hands to its layout.
    private static readonly string[] Keys = ["Title", "Section", "Head", "Canonical", "Unavailable", "Styles"];

    [Fact]
    public void Every_word_of_the_pages_stands_in_the_list()
    {
        var found = CompiledWords.Of(typeof(NewsWireServer).Assembly, IsPage).Where(entry => !Keys.Contains(entry.Words)).Select(entry => $"{entry.Type}: {entry.Words}").ToList();
        Assert.NotEmpty(found);
        var listed = Repository.Read(List.Split('/')).Split('\n').Where(line => line.Length > 0 && !line.StartsWith('#')).ToList();

        var actual = Path.Combine(AppContext.BaseDirectory, "PageWords.actual.txt");
        File.WriteAllLines(actual, found);
        var added = found.Except(listed).Select(line => $"+ {line}");
        var removed = listed.Except(found).Select(line => $"- {line}");
        Assert.True(found.ToHashSet().SetEquals(listed), $"Read the new words as a reader would, then bring {List} in line (all words: {actual}):\n{string.Join('\n', added.Concat(removed))}");
    }

    private static bool IsPage(string type) => !type.Contains("Registration", StringComparison.Ordinal)
        && (type.StartsWith("NewsWire.Web.Pages.", StringComparison.Ordinal) || type.StartsWith("AspNetCoreGeneratedDocument.", StringComparison.Ordinal));
}
