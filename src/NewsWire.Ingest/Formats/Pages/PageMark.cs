namespace NewsWire.Ingest.Formats.Pages;

/// <summary>What a line of a page is for a labelled page: most are nothing.</summary>
[Flags]
internal enum PageMark
{
    None = 0,
    Categories = 1,
    Subjects = 2,
    Sidebar = 4,
    Footer = 8,
    Dateline = 16,
    Heading = 32,
    Label = Categories | Subjects,
}
