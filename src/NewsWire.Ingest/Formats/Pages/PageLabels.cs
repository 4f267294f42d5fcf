using System.Buffers;
using System.Text.RegularExpressions;

namespace NewsWire.Ingest.Formats.Pages;

/// <summary>The visible labels and headings of a site, by which its pages are read.</summary>
internal sealed record PageLabels
{
    /// <summary>Words of which every label and heading here contains at least one, for a cheap first check.</summary>
    public required SearchValues<string> Signs { get; init; }

    /// <summary>"Classified in:", with the colon; the value follows on the same line or the next one.</summary>
    public required Regex Categories { get; init; }

    /// <summary>"Subjects:", likewise.</summary>
    public required Regex Subjects { get; init; }

    /// <summary>The heading above other releases in the sidebar.</summary>
    public required Regex Sidebar { get; init; }

    /// <summary>True for a line that consists of this heading; the same words inside a sentence are release text.</summary>
    public bool IsSidebar(string line) =>
        Sidebar.Match(line) is { Success: true, Index: 0 } words && (words.Length == line.Length || line[words.Length] is ' ' or ':' or '\u00A0');

    /// <summary>The heading after which nothing belongs to the release; may contain the time of publication.</summary>
    public required Regex Footer { get; init; }

    /// <summary>The time of a sidebar item; the line after it is a teaser, not a dateline.</summary>
    public required Regex SidebarClock { get; init; }

    /// <summary>The site's name, which is never a headline.</summary>
    public required string SiteName { get; init; }
}

/// <summary>The content of a labelled page; values as written.</summary>
internal sealed record LabelledContent(
    string? Headline, string? Subheadline, string? Categories, string? Subjects, string? Footer, string? Distributor, string? BodyHtml, bool HasDateline);
