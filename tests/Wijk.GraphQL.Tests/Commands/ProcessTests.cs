namespace Wijk.GraphQL.Tests.Commands;

/// <summary>Tests that start processes run one after the other, so that they do not fight for the machine.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class ProcessTests : ICollectionFixture<FilledFolders>
{
    /// <summary>The name of the collection.</summary>
    public const string Name = "Processes of the program";
}
