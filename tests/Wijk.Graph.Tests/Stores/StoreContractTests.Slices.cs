using System.Collections.Immutable;
using CsCheck;
using Wijk.Graph.Model;
using Wijk.Graph.Stores;
using Wijk.Testing;
using static Wijk.Graph.Tests.Stores.Records;

namespace Wijk.Graph.Tests.Stores;

public abstract partial class StoreContractTests
{
    [Fact]
    public async Task A_slice_of_a_store_is_the_slice_of_everything_in_it() =>
        await Gen.Int.SampleAsync(
            async seed =>
            {
                await using var store = await OpenAsync($"slice-{seed}");
                var history = new RandomHistory(seed);
                for (var round = 1; round <= 3; round++) await store.CommitAsync(Changes($"{round}", history.Next(40)), CancellationToken.None);
                var areas = history.Contents.Nodes.Where(node => node.Kind == NodeKind.Area).Select(node => node.Key).Take(1 + (seed & 1)).ToImmutableArray();
                if (areas.IsEmpty) return;

                var expected = new GraphSlice(areas).Of(await store.ReadContentsAsync(CancellationToken.None));
                var slice = await store.ReadSliceAsync(new(areas), CancellationToken.None);
                slice.Version.Should().Be(expected.Version);
                slice.Nodes.Should().Equal(expected.Nodes);
                InKeyOrder(slice.Relations).Should().Equal(InKeyOrder(expected.Relations));
            },
            iter: 15,
            threads: 1);

    [Fact]
    public async Task A_slice_of_an_area_that_is_not_there_or_of_a_code_that_two_have_is_refused()
    {
        await using var store = await OpenAsync("a");
        await store.CommitAsync(Changes("1", Puts(Area("one"), Area("other"))), Cancel);
        await store.Awaiting(s => s.ReadSliceAsync(new(["none"]), Cancel)).Should().ThrowAsync<UnknownSliceAreaException>().WithMessage("*'none'*");
        (await store.Awaiting(s => s.ReadSliceAsync(new(["C"]), Cancel)).Should().ThrowAsync<UnknownSliceAreaException>())
            .Which.Candidates.Should().Equal("area:n:one", "area:n:other");

        static Node Area(string id) => new(Keys.Of(NodeKind.Area, "n", id), NodeKind.Area)
        {
            Source = "n",
            RecordedAt = Noon,
            Attributes = AttributeSet.Of(("name", id), ("code", "C")),
        };
    }
}
