using AngleSharp.Dom;

namespace NewsWire.Ingest.Formats.Pages;

/// <summary>The element with a release's text, and the parts inside it that do not belong to the release.</summary>
internal sealed class PageBody
{
    // Minimum length of a text in characters: one paragraph.
    private const int LeastText = 25;

    // Share of the page's running text above which an element is the text, even if its class or role suggests otherwise.
    private const double TooMuchForNoise = 0.4;
    private const double EnoughForArticle = 0.4;
    private const double NearlyAll = 0.9;

    private readonly HashSet<IElement> _leftOut;
    private readonly PageWeights? _weights;

    private PageBody(IElement element, HashSet<IElement> leftOut, PageWeights? weights) => (Element, _leftOut, _weights) = (element, leftOut, weights);

    /// <summary>The element that contains the text.</summary>
    public IElement Element { get; }

    /// <summary>The body found by a wire's template.</summary>
    /// <param name="noise">Elements inside it that the template excludes.</param>
    public static PageBody Templated(IElement element, IEnumerable<IElement> noise) => new(element, [.. noise], null);

    /// <summary>True for an element that is excluded, together with its content.</summary>
    public bool IsOutside(IElement element) => _leftOut.Contains(element)
        || (_weights is null && element.LocalName is "h1" or "nav" or "aside" or "footer" or "form" or "dialog" or "button");

    /// <summary>True for an element that is excluded or inside an excluded one.</summary>
    public bool IsLeftOut(IElement element)
    {
        for (var at = element; at is not null && at != Element; at = at.ParentElement)
        {
            if (IsOutside(at))
                return true;
        }
        return false;
    }

    /// <summary>Excludes the headline, everything before it, and metadata lines found separately.</summary>
    public void LeaveOut(IElement? headline, IEnumerable<IElement> lines)
    {
        _leftOut.UnionWith(lines);
        LeaveOutBefore(headline);
        // Line breaks that separated the excluded parts from the text are excluded too.
        for (var i = 0; i < Element.ChildNodes.Length; i++)
        {
            if (Element.ChildNodes[i] is IElement { LocalName: "br" } space)
                _leftOut.Add(space);
            else if (Element.ChildNodes[i] is IText words ? !string.IsNullOrWhiteSpace(words.Data) : Element.ChildNodes[i] is IElement element && !_leftOut.Contains(element))
                break;
        }
    }

    /// <summary>Excludes further elements.</summary>
    public void LeaveOut(IEnumerable<IElement> parts) => _leftOut.UnionWith(parts.Where(part => part != Element));

    private void LeaveOutBefore(IElement? headline)
    {
        if (headline is null || _weights is not { } weights || !Element.Contains(headline) || Element == headline)
            return;
        var before = Before(headline).ToList();
        // If most of the text precedes the headline, it is the headline of another section.
        if (before.Sum(element => weights[element]) < weights[Element] * TooMuchForNoise)
            _leftOut.UnionWith(before);
        _leftOut.Add(headline);
    }

    private IEnumerable<IElement> Before(IElement inside)
    {
        for (var at = inside; at != Element; at = at.ParentElement!)
        {
            var siblings = at.ParentElement!.ChildNodes;
            for (var i = 0; siblings[i] != at; i++)
            {
                if (siblings[i] is IElement sibling)
                    yield return sibling;
            }
        }
    }

    /// <summary>Finds the smallest element that contains nearly all running text of a page; null where there is too little text.</summary>
    public static PageBody? Find(PageIndex page)
    {
        if (page.Document.Body is not { } root)
            return null;
        var raw = PageWeights.Of(root, PageNoise.IsUnseen);
        if (raw[root] < LeastText)
            return Unscripted(page);
        var most = raw[root] * TooMuchForNoise;
        bool IsNoise(IElement element) => PageNoise.IsUnseen(element) || (raw[element] < most && PageNoise.IsHinted(element));

        var weights = PageWeights.Of(root, IsNoise);
        if (weights[root] < LeastText)
            return null;
        var enough = weights[root] * EnoughForArticle;
        var element = page.All(CommonParts.Body).Concat(page.All(CommonParts.Article)).FirstOrDefault(candidate => weights[candidate] >= enough) ?? root;
        element = Densest(element, weights);
        return new PageBody(element, LeftOutOf(element, weights, IsNoise), weights);
    }

    // The content of noscript, displayed where scripts do not run.
    private static PageBody? Unscripted(PageIndex page)
    {
        foreach (var element in page["noscript"])
        {
            var weights = PageWeights.Of(element, PageNoise.IsUnseen);
            if (weights[element] >= LeastText)
                return new PageBody(Densest(element, weights), [], weights);
        }
        return null;
    }

    // Descends to the element whose children share the text between them: the paragraphs.
    private static IElement Densest(IElement element, PageWeights weights)
    {
        while (true)
        {
            IElement? best = null;
            var beside = 0;
            for (var i = 0; i < element.ChildNodes.Length; i++)
            {
                if (element.ChildNodes[i] is not IElement child)
                    continue;
                if (best is null || weights[child] > weights[best])
                    best = child;
                beside += IsContent(child) ? weights[child] : 0;
            }
            if (best is null || IsContent(best) || beside > 0 || weights[best] < weights[element] * NearlyAll)
                return element;
            element = best;
        }
    }

    private static bool IsContent(IElement element) => element.LocalName is "p" or "ul" or "ol" or "dl" or "li" or "blockquote" or "pre" or "h1" or "h2" or "h3" or "h4" or "h5" or "h6" || PageLines.IsInline(element.LocalName);

    private static HashSet<IElement> LeftOutOf(IElement body, PageWeights weights, Func<IElement, bool> isNoise)
    {
        var leftOut = new HashSet<IElement>();
        Collect(body);
        return leftOut;

        void Collect(IElement parent)
        {
            for (var i = 0; i < parent.ChildNodes.Length; i++)
            {
                if (parent.ChildNodes[i] is not IElement child)
                    continue;
                if (isNoise(child) || (child.LocalName is "div" or "section" or "header" && weights.IsLinks(child)))
                    leftOut.Add(child);
                else if (child.HasChildNodes)
                    Collect(child);
            }
        }
    }
}
