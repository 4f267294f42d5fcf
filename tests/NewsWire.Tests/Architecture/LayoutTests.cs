using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using NewsWire.Data;
using NewsWire.Ingest;
using NewsWire.Ingest.Wires;
using NewsWire.Web;
using Xunit;

namespace NewsWire.Tests.Architecture;

/// <summary>Architecture rules that the compiler cannot enforce. src/README.md lists each with its test.</summary>
public sealed partial class LayoutTests
{
    private const int LongestFile = 300;
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly Assembly Data = typeof(Database).Assembly;
    private static readonly Assembly Ingest = typeof(IngestionOptions).Assembly;
    private static readonly Assembly Web = Assembly.Load("newswire");

    [Fact]
    public void Data_knows_neither_half()
    {
        var references = References(Data);
        Assert.DoesNotContain("NewsWire.Ingest", references);
        Assert.DoesNotContain("newswire", references);
    }

    [Fact]
    public void Ingest_does_not_know_the_pages() => Assert.DoesNotContain("newswire", References(Ingest));

    [Fact]
    public void Only_Data_speaks_to_Dapper()
    {
        Assert.Contains("Dapper", References(Data));
        Assert.DoesNotContain("Dapper", References(Ingest));
        Assert.DoesNotContain("Dapper", References(Web));
    }

    [Theory]
    [InlineData("Reading")]
    [InlineData("Pages")]
    [InlineData("Feeds")]
    [InlineData("Api")]
    public void What_serves_pages_does_not_mention_ingestion(string room)
    {
        var types = In(Web, $"NewsWire.Web.{room}").ToList();
        // A folder with source files must have types, otherwise the rule would pass without checking anything.
        if (HasSource($"src/NewsWire.Web/{room}/"))
            Assert.NotEmpty(types);
        // Razor pages are compiled into this namespace.
        types.AddRange(In(Web, "AspNetCoreGeneratedDocument"));
        Assert.Empty(types.SelectMany(type => Mentions.Of(type).Where(mentioned => mentioned.Assembly == Ingest).Select(mentioned => $"{type} mentions {mentioned}")));
    }

    [Fact]
    public void A_wire_mentions_no_other_wire_and_no_way_out()
    {
        var wires = Ingest.GetTypes().Where(type => type is { IsClass: true, IsAbstract: false } && type.IsAssignableTo(typeof(Wire))).ToList();
        Assert.NotEmpty(wires);
        Assert.Empty(
            from wire in wires
            from mentioned in Mentions.Of(wire)
            where (wires.Contains(mentioned) && mentioned != wire) || IsRoom(mentioned, "NewsWire.Ingest.Store") || IsRoom(mentioned, "NewsWire.Ingest.Fetch") || IsWayOut(mentioned)
            select $"{wire.Name} mentions {mentioned}");
    }

    [Theory]
    [InlineData("Formats")]
    [InlineData("Wires")]
    [InlineData("Normalize")]
    public void Parse_and_Normalize_have_no_room_for_waiting(string room)
    {
        var types = In(Ingest, $"NewsWire.Ingest.{room}").ToList();
        Assert.NotEmpty(types);
        Assert.Empty(
            from type in types
            from method in type.GetMethods(Declared).Concat<MethodBase>(type.GetConstructors(Declared))
            let spoken = method.GetParameters().Select(parameter => parameter.ParameterType).Append((method as MethodInfo)?.ReturnType ?? typeof(void))
            where spoken.Any(IsWaiting)
            select $"{type.Name}.{method.Name}");
        Assert.Empty(types.SelectMany(type => Mentions.Of(type).Where(IsWayOut).Select(mentioned => $"{type} mentions {mentioned}")));
    }

    [Fact]
    public void Only_Store_Reading_and_Commands_are_given_the_database()
    {
        var takers =
            (from type in new[] { Data, Ingest, Web }.SelectMany(assembly => assembly.GetTypes())
             where type.GetConstructors(Declared).Any(constructor => constructor.GetParameters().Any(parameter => parameter.ParameterType == typeof(Database)))
             select type).ToList();
        Assert.NotEmpty(takers);
        Assert.DoesNotContain(takers, type => !IsRoom(type, "NewsWire.Data") && !IsRoom(type, "NewsWire.Ingest.Store") && !IsRoom(type, "NewsWire.Web.Reading")
            && !IsRoom(type, "NewsWire.Web.Commands") && !IsPipelinesComposition(type));
    }

    [Fact]
    public void No_file_is_longer_than_a_person_reads_in_one_go()
    {
        var lengths = Repository.SourceFiles().Select(file => (File: file, Lines: File.ReadLines(Path.Combine(Repository.Root, file)).Count())).ToList();
        Assert.NotEmpty(lengths);
        Assert.DoesNotContain(lengths, file => file.Lines > LongestFile);
    }

    [Fact]
    public void Every_package_is_justified()
    {
        var packages = XDocument.Parse(Repository.Read("Directory.Packages.props")).Descendants()
            .Where(element => element.Name.LocalName is "PackageVersion" or "GlobalPackageReference")
            .Select(element => element.Attribute("Include")!.Value)
            .ToList();
        var architecture = Repository.Read("src", "README.md");
        Assert.NotEmpty(packages);
        Assert.DoesNotContain(packages, package => !architecture.Contains($"`{package}`"));
    }

    [Fact]
    public void Every_rules_test_exists()
    {
        var named = TestName().Matches(Repository.Read("src", "README.md")).Select(match => match.Groups["name"].Value).ToList();
        Assert.NotEmpty(named);
        Assert.Empty(named.Except(typeof(LayoutTests).GetMethods().Select(method => method.Name)));
    }

    [Fact]
    public void Every_setting_is_documented()
    {
        var settings =
            (from type in new[] { Data, Ingest, Web }.SelectMany(assembly => assembly.GetTypes())
             where type.Name.EndsWith("Options", StringComparison.Ordinal) && type.Namespace?.StartsWith("NewsWire.", StringComparison.Ordinal) == true && !IsCompilerMade(type)
             from property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
             where property.CanWrite
             let section = KnownSettings.Sections.Single(known => known.Options == type).Section
             select $"{section.Replace("*", "{name}", StringComparison.Ordinal)}:{property.Name}").ToList();
        var documented = Setting().Matches(Repository.Read("README.md")).Select(match => match.Groups["setting"].Value).ToHashSet();
        Assert.NotEmpty(settings);
        Assert.DoesNotContain(settings, setting => !documented.Contains(setting));
    }

    private static IReadOnlyList<string?> References(Assembly assembly) => [.. assembly.GetReferencedAssemblies().Select(reference => reference.Name)];

    private static IEnumerable<Type> In(Assembly assembly, string room) => assembly.GetTypes().Where(type => IsRoom(type, room) && !IsCompilerMade(type));

    private static bool IsRoom(Type type, string room) => type.Namespace == room || type.Namespace?.StartsWith(room + ".", StringComparison.Ordinal) == true;

    private static bool IsCompilerMade(Type type) => type.IsDefined(typeof(CompilerGeneratedAttribute)) || type.Name.StartsWith('<');

    private static bool HasSource(string folder) => Repository.SourceFiles().Any(file => file.StartsWith(folder, StringComparison.Ordinal));

    // The classes that connect the stages may pass the database on; they must not be stages themselves.
    private static bool IsPipelinesComposition(Type type) => type.Namespace == "NewsWire.Ingest" && type.Name.StartsWith("Ingestion", StringComparison.Ordinal);

    private static bool IsWayOut(Type type) =>
        type == typeof(Database) || type == typeof(File) || type == typeof(Directory) || type == typeof(FileStream)
        || type.Namespace?.StartsWith("Npgsql", StringComparison.Ordinal) == true || type.Namespace == "System.Net.Http" || type.Namespace == "System.Net.Sockets";

    private static bool IsWaiting(Type type) =>
        type.IsAssignableTo(typeof(Task)) || type == typeof(ValueTask) || type == typeof(CancellationToken) || type.IsAssignableTo(typeof(Stream)) || IsWayOut(type)
        || (type.IsGenericType && (type.GetGenericTypeDefinition() == typeof(ValueTask<>) || type.GetGenericTypeDefinition() == typeof(IAsyncEnumerable<>)));

    [GeneratedRegex("`LayoutTests\\.(?<name>\\w+)`", RegexOptions.None, 1000)]
    private static partial Regex TestName();

    // The first cell of a table row: | `Ingestion:Sources:{name}:Wire` |
    [GeneratedRegex("^\\| `(?<setting>(?:[\\w{}]+:)+\\w+)`", RegexOptions.Multiline, 1000)]
    private static partial Regex Setting();
}
