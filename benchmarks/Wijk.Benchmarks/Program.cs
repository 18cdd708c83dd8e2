using BenchmarkDotNet.Running;
using Wijk.Benchmarks.Neo4j;

// The comparison with a real Neo4j needs a server, so it stands apart; see benchmarks/neo4j.sh.
if (args is ["neo4j", .. var rest]) return await Neo4jComparison.RunAsync(rest);

BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
return 0;
