using System.CommandLine;
using NewsWire.Benchmarks.Corpus;
using NewsWire.Benchmarks.Fuzzing;
using NewsWire.Benchmarks.Ingest;
using NewsWire.Benchmarks.Listing;
using NewsWire.Benchmarks.Parsing;

var connection = new Option<string>("--connection") { Description = "Connection string of an empty database.", Required = true };
var releases = new Option<int>("--releases") { Description = "How many releases to invent.", DefaultValueFactory = _ => 100_000 };
var until = new Option<DateTimeOffset?>("--until") { Description = "When the newest release was published; the hour that has begun unless told otherwise." };
var joined = new Option<bool>("--joined") { Description = "Every other wire files under its own words for what PR Newswire has codes for; one release in ten under both." };
var rounds = new Option<int>("--rounds") { Description = "How many rounds; the median counts.", DefaultValueFactory = _ => 21 };

var parse = new Command("parse", "Reading pages and feeds, in ratio to what a bare HTML or XML parser needs for the same characters.") { rounds };
parse.SetAction(result => ParseBenchmark.Run(Math.Max(15, result.GetValue(rounds)), result.InvocationConfiguration.Output));

var corpus = new Command("corpus", "Fills an empty database with invented releases, always the same ones.") { connection, releases, until, joined };
corpus.SetAction((result, token) => CorpusWriter.RunAsync(
    result.GetRequiredValue(connection),
    result.GetValue(releases),
    result.GetValue(until) ?? CorpusWriter.HourOf(TimeProvider.System.GetUtcNow()),
    result.GetValue(joined),
    result.InvocationConfiguration.Output,
    token));

var plans = new Command("plans", "Every kind of list over a corpus: exact to its last page, the plans PostgreSQL chooses, deep pages against the first and against OFFSET.") { connection };
plans.SetAction((result, token) => ListPlans.RunAsync(result.GetRequiredValue(connection), result.InvocationConfiguration.Output, token));

var some = new Option<int>("--releases") { Description = "How many releases to take in.", DefaultValueFactory = _ => 2_000 };
var ingest = new Command("ingest", "Releases a second through the real stages with one and four writers, against COPY of the same rows; needs an empty database.") { connection, some };
ingest.SetAction((result, token) => IngestBenchmark.RunAsync(result.GetRequiredValue(connection), result.GetValue(some), result.InvocationConfiguration.Output, token));

var documents = new Option<string>("--documents") { Description = "Folder of documents to make others of.", DefaultValueFactory = _ => "tests/NewsWire.Tests/Ingest/Wires/Fixtures" };
var findings = new Option<string>("--findings") { Description = "Folder for what was found: the document and the reason.", DefaultValueFactory = _ => "artifacts/fuzz" };
var minutes = new Option<double>("--minutes") { Description = "How long to go on.", DefaultValueFactory = _ => 1 };
var seed = new Option<int>("--seed") { Description = "The same seed makes the same documents.", DefaultValueFactory = _ => 1 };
var fuzz = new Command("fuzz", "Reads documents made wrong in every way, until the time is over: no exception, none over two seconds, memory in proportion.") { documents, findings, minutes, seed };
fuzz.SetAction((result, token) => Task.FromResult(new FuzzRun(
    result.GetRequiredValue(documents), result.GetRequiredValue(findings), TimeSpan.FromMinutes(result.GetValue(minutes)), result.GetValue(seed), result.InvocationConfiguration.Output).Run(token)));

return await new RootCommand("Measures NewsWire against floors of the same run.") { parse, corpus, plans, ingest, fuzz }.Parse(args).InvokeAsync();
