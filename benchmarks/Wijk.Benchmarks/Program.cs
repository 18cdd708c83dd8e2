using BenchmarkDotNet.Running;
using Wijk.Benchmarks.Answers;
using Wijk.Benchmarks.Asking;
using Wijk.Benchmarks.Calibration;
using Wijk.Benchmarks.Compare;
using Wijk.Benchmarks.Door;
using Wijk.Benchmarks.Neo4j;
using Wijk.Benchmarks.Peers;
using Wijk.Benchmarks.Rows;

// The comparison with a real Neo4j needs a server, so it stands apart; see benchmarks/neo4j.sh.
if (args is ["neo4j", .. var rest]) return await Neo4jComparison.RunAsync(rest);

// A crowd at the door of a running server; see benchmarks/door.sh.
if (args is ["door", .. var part]) return await DoorLoad.RunAsync(part);

// What analyses take beside what they say that they cost: for Limits.AnalysisCost.
if (args is ["costs", .. var counts]) return AnalysisCosts.Run(counts);

// The tests of chance on made-up cities; see docs/calibration.md.
if (args is ["calibration", .. var cities]) return CalibrationRun.Run(cities);

// One operation beside other programs; see benchmarks/compare/compare.sh.
if (args is ["peer", .. var operation]) return PeerRun.Run(operation);
if (args is ["peer-head"]) return PeerTable.Head();
if (args is ["peer-row", var done, var lines]) return PeerTable.Row(done, lines);

// What the first page of each answer takes of a whole server, from a street to a country.
if (args is ["answers", .. var asked]) return await FirstPages.RunAsync(asked);

if (args is ["chance", .. var sizes]) return ChanceTimes.Run(sizes);

// Communities of a graph file, beside other programs: one JSON line.
if (args is ["leiden", .. var graph]) return LeidenRun.Run(graph);

// What the clusters of made-up cities take.
if (args is ["partition", .. var places]) return CityPartition.Run(places);

// What trust in clusters takes, and what it finds.
if (args is ["trust", .. var networks]) return TrustTimes.Run(networks);

// How many sheets the ask-list takes beside asking at random and asking those with most ties first; see docs/asklist.md.
if (args is ["asklist", .. var asklist]) return await AskListRun.RunAsync(asklist);

// Rows read, mapped and checked in a second, beside the libraries alone.
if (args is ["rows", .. var rows]) return RowRates.Run(rows);

BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
return 0;
