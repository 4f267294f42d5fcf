using System.CommandLine;
using NewsWire.Benchmarks.Corpus;
using NewsWire.Benchmarks.Fuzzing;
using NewsWire.Benchmarks.Ingest;
using NewsWire.Benchmarks.Listing;
using NewsWire.Benchmarks.Parsing;

var connection = new Option<string>("--connection") { Description = "Connection string of an empty database.", Required = true };
var releases = new Option<int>("--releases") { Description = "Number of releases to generate.", DefaultValueFactory = _ => 100_000 };
var until = new Option<DateTimeOffset?>("--until") { Description = "Publication time of the newest release (default: the current hour)." };
var joined = new Option<bool>("--joined") { Description = "Every second wire uses its own subjects in place of the equivalent PR Newswire codes; one release in ten has both." };
var rounds = new Option<int>("--rounds") { Description = "Number of rounds; the median is reported.", DefaultValueFactory = _ => 21 };

var parse = new Command("parse", "Measures reading pages and feeds, relative to a bare HTML or XML parser on the same characters.") { rounds };
parse.SetAction(result => ParseBenchmark.Run(Math.Max(15, result.GetValue(rounds)), result.InvocationConfiguration.Output));

var corpus = new Command("corpus", "Fills an empty database with invented releases; the result is always the same.") { connection, releases, until, joined };
corpus.SetAction((result, token) => CorpusWriter.RunAsync(
    result.GetRequiredValue(connection),
    result.GetValue(releases),
    result.GetValue(until) ?? CorpusWriter.HourOf(TimeProvider.System.GetUtcNow()),
    result.GetValue(joined),
    result.InvocationConfiguration.Output,
    token));

var plans = new Command("plans", "Checks every kind of list over a corpus: exact results, query plans, and deep pages compared with the first page and with OFFSET.") { connection };
plans.SetAction((result, token) => ListPlans.RunAsync(result.GetRequiredValue(connection), result.InvocationConfiguration.Output, token));

var some = new Option<int>("--releases") { Description = "Number of releases to ingest.", DefaultValueFactory = _ => 2_000 };
var ingest = new Command("ingest", "Measures releases per second through the real stages with one and four writers, compared with COPY of the same rows; needs an empty database.") { connection, some };
ingest.SetAction((result, token) => IngestBenchmark.RunAsync(result.GetRequiredValue(connection), result.GetValue(some), result.InvocationConfiguration.Output, token));

var documents = new Option<string>("--documents") { Description = "Folder of documents to mutate.", DefaultValueFactory = _ => "tests/NewsWire.Tests/Ingest/Wires/Fixtures" };
var findings = new Option<string>("--findings") { Description = "Folder for failing documents and the reasons.", DefaultValueFactory = _ => "artifacts/fuzz" };
var minutes = new Option<double>("--minutes") { Description = "Duration in minutes.", DefaultValueFactory = _ => 1 };
var seed = new Option<int>("--seed") { Description = "The same seed generates the same documents.", DefaultValueFactory = _ => 1 };
var fuzz = new Command("fuzz", "Reads mutated documents for a given time; fails on an exception, on a document over two seconds, or on disproportionate memory use.") { documents, findings, minutes, seed };
fuzz.SetAction((result, token) => Task.FromResult(new FuzzRun(
    result.GetRequiredValue(documents), result.GetRequiredValue(findings), TimeSpan.FromMinutes(result.GetValue(minutes)), result.GetValue(seed), result.InvocationConfiguration.Output).Run(token)));

return await new RootCommand("Benchmarks of NewsWire, relative to a baseline measured in the same run.") { parse, corpus, plans, ingest, fuzz }.Parse(args).InvokeAsync();
