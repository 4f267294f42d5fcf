using System.Buffers;
using System.Text.RegularExpressions;

namespace NewsWire.Ingest.Formats.Pages;

/// <summary>The words by which a site's pages can be told apart, whatever elements they stand in.</summary>
internal sealed record PageLabels
{
    /// <summary>Words of which every one of these labels and headings has one.</summary>
    public required SearchValues<string> Signs { get; init; }

    /// <summary>"Classified in:", with the colon; the value follows on the line or in the next one.</summary>
    public required Regex Categories { get; init; }

    /// <summary>"Subjects:", likewise.</summary>
    public required Regex Subjects { get; init; }

    /// <summary>The heading over releases that are not this one.</summary>
    public required Regex Sidebar { get; init; }

    /// <summary>True for a line that is this heading: the same words in a sentence are the release's.</summary>
    public bool IsSidebar(string line) =>
        Sidebar.Match(line) is { Success: true, Index: 0 } words && (words.Length == line.Length || line[words.Length] is ' ' or ':' or '\u00A0');

    /// <summary>The heading after which nothing belongs to the release; may hold the time of publication.</summary>
    public required Regex Footer { get; init; }

    /// <summary>A sidebar item's clock time: what follows it is a teaser, not a dateline.</summary>
    public required Regex SidebarClock { get; init; }

    /// <summary>The site's own name, which is never a headline.</summary>
    public required string SiteName { get; init; }
}

/// <summary>What a labelled page holds, as written.</summary>
internal sealed record LabelledContent(
    string? Headline, string? Subheadline, string? Categories, string? Subjects, string? Footer, string? Distributor, string? BodyHtml, bool HasDateline);
