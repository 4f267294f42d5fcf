using AngleSharp.Dom;

namespace NewsWire.Ingest.Formats.Pages;

/// <summary>Where a release's text stands on a page, and what in there is not of it.</summary>
internal sealed class PageBody
{
    // One paragraph.
    private const int LeastText = 25;

    // What holds so much of all running text is the text, whatever it calls itself.
    private const double TooMuchForNoise = 0.4;
    private const double EnoughForArticle = 0.4;
    private const double NearlyAll = 0.9;

    private readonly HashSet<IElement> _leftOut;
    private readonly PageWeights? _weights;

    private PageBody(IElement element, HashSet<IElement> leftOut, PageWeights? weights) => (Element, _leftOut, _weights) = (element, leftOut, weights);

    /// <summary>The element that holds the text.</summary>
    public IElement Element { get; }

    /// <summary>Where a wire's template says it is.</summary>
    /// <param name="noise">What inside it the template says is not of the release.</param>
    public static PageBody Templated(IElement element, IEnumerable<IElement> noise) => new(element, [.. noise], null);

    /// <summary>True for an element that is not of the release, with all it holds.</summary>
    public bool IsOutside(IElement element) => _leftOut.Contains(element)
        || (_weights is null && element.LocalName is "h1" or "nav" or "aside" or "footer" or "form" or "dialog" or "button");

    /// <summary>True for an element in such a one.</summary>
    public bool IsLeftOut(IElement element)
    {
        for (var at = element; at is not null && at != Element; at = at.ParentElement)
        {
            if (IsOutside(at))
                return true;
        }
        return false;
    }

    /// <summary>The same without the headline, what stands before it, and lines that are told apart from the text.</summary>
    public void LeaveOut(IElement? headline, IEnumerable<IElement> lines)
    {
        _leftOut.UnionWith(lines);
        LeaveOutBefore(headline);
        // What parted the text from them parts it from nothing now.
        for (var i = 0; i < Element.ChildNodes.Length; i++)
        {
            if (Element.ChildNodes[i] is IElement { LocalName: "br" } space)
                _leftOut.Add(space);
            else if (Element.ChildNodes[i] is IText words ? !string.IsNullOrWhiteSpace(words.Data) : Element.ChildNodes[i] is IElement element && !_leftOut.Contains(element))
                break;
        }
    }

    /// <summary>The same without some of its parts.</summary>
    public void LeaveOut(IEnumerable<IElement> parts) => _leftOut.UnionWith(parts.Where(part => part != Element));

    private void LeaveOutBefore(IElement? headline)
    {
        if (headline is null || _weights is not { } weights || !Element.Contains(headline) || Element == headline)
            return;
        var before = Before(headline).ToList();
        // A headline below the text is that of something else.
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

    /// <summary>The smallest element that holds nearly all running text of a page, or null where there is hardly any.</summary>
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

    // What is shown where scripts do not run.
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

    // Down to where the text parts into several: there its paragraphs stand side by side.
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
