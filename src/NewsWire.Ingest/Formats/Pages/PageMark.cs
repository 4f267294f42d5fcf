namespace NewsWire.Ingest.Formats.Pages;

/// <summary>The roles of a line on a labelled page; most lines have none.</summary>
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
