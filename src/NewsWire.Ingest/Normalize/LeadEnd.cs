using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace NewsWire.Ingest.Normalize;

/// <summary>Takes from a lead what a feed puts behind it: that there is more to read, and who sent it.</summary>
internal static partial class LeadEnd
{
    private const int MostLines = 4;

    public static void TakeFrom(IElement lead)
    {
        for (var line = 0; line < MostLines; line++)
        {
            TakeEmptyEnd(lead);
            var texts = LastLine(lead);
            var raw = string.Concat(texts.Select(text => text.Data));
            // A lead that is nothing else is all that there is.
            if (Said().Match(raw) is not { Success: true } said || lead.TextContent.Trim().Length == said.Value.Trim().Length)
                return;
            Cut(texts, said.Index);
        }
    }

    // Back to the line break or the block before: what a reader sees as one line.
    private static List<IText> LastLine(IElement lead)
    {
        List<IText> texts = [];
        for (INode? node = Last(lead); node is not null && node != lead && !PartsLines(node); node = node.PreviousSibling is not { } before ? node.Parent : PartsLines(before) ? null : Last(before))
        {
            if (node is IText text)
                texts.Insert(0, text);
        }
        return texts;
    }

    private static bool PartsLines(INode node) => node is IElement { LocalName: not ("a" or "abbr" or "b" or "cite" or "code" or "em" or "i" or "q" or "span" or "strong" or "sub" or "sup" or "u") };

    private static INode Last(INode node)
    {
        while (node.LastChild is { } last)
            node = last;
        return node;
    }

    private static void Cut(List<IText> texts, int from)
    {
        foreach (var text in texts)
        {
            var keep = Math.Clamp(from, 0, text.Data.Length);
            from -= text.Data.Length;
            text.Data = text.Data[..keep];
        }
    }

    private static void TakeEmptyEnd(IElement lead)
    {
        for (var last = Last(lead); last != lead; last = Last(lead))
        {
            if (last is IText text && !string.IsNullOrWhiteSpace(text.Data))
            {
                text.Data = text.Data.TrimEnd();
                return;
            }
            last.Parent!.RemoveChild(last);
        }
    }

    // (PRWeb November 20, 2026)   Read the full story at https://…   [...] Read more »   The post … appeared first on …
    [GeneratedRegex(
        """
        (?:^|(?<=[.!?…\])»”"]\s{0,3}))\s*
        (?:\(\s?PRWEB\s[^()\n]{6,30}\)
          |(?:\[?(?:…|\.{3})\]?\s*)?
           (?:(?:Read|View|See)\s(?:more|(?:the\s)?(?:full|whole|complete|entire|original)\s(?:story|article|version|text|(?:press\s|news\s)?release))|Continue\sreading|Learn\smore|Lire\s(?:la\ssuite|plus)|Leer\smás|Seguir\sleyendo|Weiterlesen|Mehr\s(?:lesen|erfahren)|Leggi\s(?:tutto|di\spiù)|Ler\smais)
           (?:\s(?:here|ici|aquí|hier)|\s(?:at|on|in)\s\S{1,300}(?:\s\S{1,30}){0,2}|\s?[“"«][^\n]{1,300}[”"»])?
          |The\spost\s[^\n]{1,400}\s(?:appeared\sfirst|first\sappeared)\son\s[^\n]{1,200}
        )\s*[.:»›>→…\]]{0,3}\s*$
        """, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace, 1000)]
    private static partial Regex Said();
}
