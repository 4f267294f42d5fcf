using System.Collections.Frozen;
using System.Reflection;
using System.Reflection.Emit;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace NewsWire.Tests.Support;

/// <summary>
/// The words that compiled code can show to a person, read from an assembly's string literals: the text of Razor markup, and
/// literals in code that read as words (they hold a space or begin with a capital letter).
/// </summary>
internal static partial class CompiledWords
{
    private static readonly FrozenDictionary<short, OpCode> Codes = typeof(OpCodes).GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (OpCode)field.GetValue(null)!).ToFrozenDictionary(code => code.Value);

    private static readonly string[] SpokenAttributes = ["aria-label", "title", "alt", "placeholder"];

    /// <summary>The words of the types whose full name passes <paramref name="holds"/>, distinct and in ordinal order.</summary>
    public static IReadOnlyList<(string Type, string Words)> Of(Assembly assembly, Func<string, bool> holds)
    {
        using var file = new PEReader(File.OpenRead(assembly.Location));
        var metadata = file.GetMetadataReader();
        List<(string, string)> found = [];
        foreach (var handle in metadata.TypeDefinitions)
        {
            var type = metadata.GetTypeDefinition(handle);
            if (FullName(metadata, type) is var name && !holds(name))
                continue;
            foreach (var method in type.GetMethods().Select(metadata.GetMethodDefinition).Where(method => method.RelativeVirtualAddress != 0))
            {
                var (markup, literals) = Read(metadata, file.GetMethodBody(method.RelativeVirtualAddress).GetILBytes()!);
                found.AddRange(OfMarkup(markup).Concat(literals.Where(literal => IsSpoken(literal) && !name.Contains(literal)).Select(Collapsed)).Select(words => (Outer(name), words)));
            }
        }
        return [.. found.Distinct().OrderBy(entry => entry.Item1, StringComparer.Ordinal).ThenBy(entry => entry.Item2, StringComparer.Ordinal)];
    }

    // Razor writes markup with WriteLiteral(literal); every other literal stands in an expression.
    private static (string Markup, List<string> Literals) Read(MetadataReader metadata, byte[] il)
    {
        var markup = new StringBuilder();
        List<string> literals = [];
        string? pending = null;
        for (var at = 0; at < il.Length;)
        {
            short value = il[at++];
            if (value == 0xFE)
                value = (short)(0xFE00 | il[at++]);
            var code = Codes[value];
            if (code == OpCodes.Ldstr)
            {
                if (pending is not null)
                    literals.Add(pending);
                pending = metadata.GetUserString((UserStringHandle)MetadataTokens.Handle(BitConverter.ToInt32(il, at)));
            }
            else if (pending is not null)
            {
                if (code.OperandType == OperandType.InlineMethod && Called(metadata, BitConverter.ToInt32(il, at)) == "WriteLiteral")
                    markup.Append(pending);
                else
                    literals.Add(pending);
                pending = null;
            }
            at += OperandSize(code, il, at);
        }
        if (pending is not null)
            literals.Add(pending);
        return (markup.ToString(), literals);
    }

    private static string? Called(MetadataReader metadata, int token) => MetadataTokens.EntityHandle(token) switch
    {
        { Kind: HandleKind.MemberReference } member => metadata.GetString(metadata.GetMemberReference((MemberReferenceHandle)member).Name),
        { Kind: HandleKind.MethodDefinition } method => metadata.GetString(metadata.GetMethodDefinition((MethodDefinitionHandle)method).Name),
        _ => null,
    };

    private static int OperandSize(OpCode code, byte[] il, int at) => code.OperandType switch
    {
        OperandType.InlineNone => 0,
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
        OperandType.InlineVar => 2,
        OperandType.InlineI8 or OperandType.InlineR => 8,
        OperandType.InlineSwitch => 4 + (4 * BitConverter.ToInt32(il, at)),
        _ => 4,
    };

    private static IEnumerable<string> OfMarkup(string markup)
    {
        var document = new HtmlParser().ParseDocument(markup);
        var texts = document.Descendants<IText>().Where(text => text.ParentElement?.LocalName is not ("script" or "style")).Select(text => text.Data);
        var attributes = document.All.SelectMany(element => SpokenAttributes.Select(element.GetAttribute)).OfType<string>();
        return texts.Concat(attributes).Select(Collapsed).Where(words => words.Any(char.IsLetter));
    }

    private static bool IsSpoken(string literal) =>
        literal.Any(char.IsLetter) && !NotSpoken().IsMatch(literal) && (literal.Trim().Contains(' ') || literal.StartsWith(' ') || literal.EndsWith(' ') || char.IsUpper(literal[0]));

    private static string Collapsed(string text) => Blank().Replace(text, " ").Trim();

    private static string FullName(MetadataReader metadata, TypeDefinition type)
    {
        var name = metadata.GetString(type.Name);
        return type.GetDeclaringType() is { IsNil: false } outer
            ? $"{FullName(metadata, metadata.GetTypeDefinition(outer))}+{name}"
            : $"{metadata.GetString(type.Namespace)}.{name}";
    }

    // Lambdas and state machines are nested types: what they say is said by the type that holds them.
    private static string Outer(string name) => name.Split('+')[0].Split('.')[^1];

    // Names of members, time zones, formats, addresses, markup and code.
    [GeneratedRegex("""^/|^[A-Z]\w+/[A-Z]|^[A-Z]{3,4}\s[A-Z]{3,4}$|^UTC\)$|^d\sMMM|^state\s|^N0$|^[a-z-]+/|<|[{}=;]|^[A-Z][A-Za-z]*$(?<![a-z])|\bselect\b|^[HhmsdyM:. '-]+$|^Microsoft\.|^System\.|^NewsWire\.""", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex NotSpoken();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Blank();
}
