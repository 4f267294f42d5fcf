using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace NewsWire.Ingest.Normalize;

/// <summary>Removes from the end of a lead what feeds append: "read more" links and notes on who published it.</summary>
internal static partial class LeadEnd
{
    private const int MostLines = 4;
    private const int Longest = 1000;
    private const int MostBreaks = 16;

    public static void TakeFrom(IElement lead)
    {
        for (var line = 0; line < MostLines; line++)
        {
            var (texts, isAll) = LastLine(lead);
            // A lead that consists of nothing else is kept.
            if (texts.Sum(text => text.Data.Length) is 0 or > Longest || Said().Match(string.Concat(texts.Select(text => text.Data))) is not { Success: true } said || isAll && said.Index == 0)
                return;
            Cut(texts, said.Index);
            TakeEmptyEnd(lead);
        }
    }

    // The text nodes of the last displayed line that contains text, and whether it is the whole lead.
    private static (List<IText> Texts, bool IsAll) LastLine(IElement lead)
    {
        List<IText> line = [], current = [];
        var before = false;
        IElement? block = null;
        foreach (var node in lead.Descendants())
        {
            if (node is IElement { LocalName: "br" })
                block = null;
            if (node is not IText text || string.IsNullOrWhiteSpace(text.Data))
                continue;
            var of = text.ParentElement;
            while (of is not null && BodyDateline.IsInline(of.LocalName))
                of = of.ParentElement;
            if (of != block)
            {
                before |= current.Count > 0;
                current = [];
            }
            block = of;
            current.Add(text);
            line = current;
        }
        return (line, !before);
    }

    private static void Cut(List<IText> texts, int from)
    {
        foreach (var text in texts)
        {
            var length = text.Data.Length;
            if (from < length)
                text.Data = text.Data[..Math.Max(from, 0)].TrimEnd();
            from -= length;
        }
    }

    private static void TakeEmptyEnd(IElement lead)
    {
        for (var taken = 0; taken < MostBreaks; taken++)
        {
            INode last = lead;
            while (last.LastChild is { } child)
                last = child;
            if (last == lead || last is IText text && !string.IsNullOrWhiteSpace(text.Data))
                return;
            last.Parent!.RemoveChild(last);
        }
    }

    // (PRWeb November 20, 2026)   Read the full story at https://…   [...] Read more »   The post … appeared first on …
    // "Read more." may be the release's own last sentence, unless it is on a line of its own.
    [GeneratedRegex(
        """
        (?:(?<alone>^)|(?<=[.!?…\])»”"]\s{0,3}))\s*
        (?:\(\s?PRWEB\s[^()\n]{6,30}\)
          |(?:\[?(?:…|\.{3})\]?\s*)?
           (?:(?:Read|View|See)\s(?:more|(?:the\s)?(?:full|whole|complete|entire|original)\s(?:story|article|version|text|(?:press\s|news\s)?release))|Continue\sreading|Lire\s(?:la\ssuite|plus)|Leer\smás|Seguir\sleyendo|Weiterlesen|Mehr\slesen|Leggi\s(?:tutto|di\spiù)|Ler\smais)
           (?:\s(?:at|on|in)\s\S{1,300}\.\S{1,300}|\s(?:here|ici|aquí|hier)(?(alone)\.?)|\s?[“"«][^”"»\n]{1,300}[”"»])?(?(alone)\.?)
          |The\spost\s[^\n]{1,400}\sappeared\sfirst\son\s[^\n]{1,200}
        )\s*[:»›>→…\]]{0,3}\s*$
        """, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace, 1000)]
    private static partial Regex Said();
}
