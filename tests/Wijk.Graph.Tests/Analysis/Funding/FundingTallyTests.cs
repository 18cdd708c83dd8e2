using CsCheck;
using Wijk.Graph.Analysis.Funding;

namespace Wijk.Graph.Tests.Analysis.Funding;

public class FundingTallyTests
{
    private static readonly Gen<Grant> AnyGrant =
        from pot in Gen.Int[0, 4]
        from project in Gen.Int[0, 3]
        from amount in Gen.Int[-10, 100].Select(amount => amount < 0 ? null : (decimal?)(1_000 * amount))
        from once in Gen.Int[0, 2].Select(one => one == 2 ? null : (bool?)(one == 1))
        select new Grant(pot, project, amount == 0, amount, once);

    [Fact]
    public void Three_pots_of_one_project_are_three_applications_and_three_accounts()
    {
        var figures = FundingTally.Of([Paid(0, 0, 12_000), Paid(1, 0, 6_000), Paid(2, 0, 6_000)]);
        (figures.PotCount, figures.ApplicationCount, figures.AccountingCount, figures.RefusedCount).Should().Be((3, 3, 3, 0));
        (figures.Granted, figures.Largest).Should().Be((24_000, 12_000));
        figures.EffectivePots.Should().BeApproximately(Math.Pow(2, 1.5), 1e-12); // A half and two quarters: 1.5 bits.
    }

    [Fact]
    public void One_pot_for_two_projects_is_one_pot_and_two_of_the_rest()
    {
        var figures = FundingTally.Of([Paid(0, 0, 5), Paid(0, 1, 5)]);
        (figures.PotCount, figures.ApplicationCount, figures.AccountingCount).Should().Be((1, 2, 2));
    }

    [Fact]
    public void What_is_not_known_is_null_and_no_nought()
    {
        var figures = FundingTally.Of([new(0, 0, false, null, null)]);
        (figures.PotCount, figures.Granted, figures.Largest, figures.EffectivePots, figures.OneOffShare).Should().Be((1, 0m, null, null, null));
    }

    [Fact]
    public void A_grant_of_which_one_instalment_comes_again_is_recurring()
    {
        FundingTally.Of([new(0, 0, false, 1, true), new(0, 0, false, 1, false), new(0, 1, false, 1, true), new(1, 1, false, 1, null)])
            .OneOffShare.Should().Be(0.5); // Of three accounts it is known of two.
    }

    [Fact]
    public void No_money_gives_noughts() => FundingTally.Of([]).ApplicationCount.Should().Be(0);

    [Fact]
    public void A_negative_amount_is_refused() =>
        FluentActions.Invoking(() => FundingTally.Of([Paid(0, 0, -1)])).Should().Throw<ArgumentOutOfRangeException>();

    [Fact]
    public void The_order_of_grants_makes_no_difference() =>
        Gen.Select(AnyGrant.Array[0, 12], Gen.Int).Sample((grants, seed) =>
        {
            var shuffled = grants.ToArray();
            new Random(seed).Shuffle(shuffled);
            FundingTally.Of(shuffled).Should().Be(FundingTally.Of(grants));
        });

    [Fact]
    public void An_amount_paid_in_instalments_changes_no_figure() =>
        Gen.Select(AnyGrant.Array[1, 12], Gen.Int[0, 1_000]).Sample((grants, parts) =>
        {
            var whole = grants[0] with { Amount = 3_000, IsRefused = false };
            Grant[] split = [whole with { Amount = parts }, .. grants[1..], whole with { Amount = 3_000 - parts }];
            FundingTally.Of(split).Should().Be(FundingTally.Of([whole, .. grants[1..]]));
        });

    [Fact]
    public void A_refusal_adds_an_application_and_no_pot() =>
        Gen.Select(AnyGrant.Array[0, 12], AnyGrant).Sample((grants, one) =>
        {
            var (before, after) = (FundingTally.Of(grants), FundingTally.Of([.. grants, one with { Amount = 0, IsRefused = true }]));
            after.Should().Be(before with { RefusedCount = before.RefusedCount + 1 });
            after.ApplicationCount.Should().Be(before.ApplicationCount + 1);
        });

    [Fact]
    public void Effective_pots_are_between_one_and_the_pots() =>
        AnyGrant.Array[0, 12].Sample(grants =>
        {
            var figures = FundingTally.Of(grants);
            if (figures.EffectivePots is { } effective) effective.Should().BeInRange(1 - 1e-9, figures.AmountKnownPotCount + 1e-9);
            figures.AccountingCount.Should().BeGreaterThanOrEqualTo(figures.PotCount);
            figures.AmountKnownPotCount.Should().BeLessThanOrEqualTo(figures.PotCount);
        });

    [Fact]
    public void Small_is_under_the_share_or_under_the_amount()
    {
        Grant[] grants = [Paid(0, 0, 200_000), Paid(1, 0, 10_000), Paid(1, 1, 500), Paid(2, 0, 9_999), Paid(3, 0, 40_000), new(4, 0, false, null, null),
            new(5, 0, true, 0, null)];
        new SmallPots(0, 10_000).Of(grants).Should().BeEquivalentTo([2]);
        new SmallPots(5, 10_000).Of(grants).Should().BeEquivalentTo([1, 2]); // 5 % of 260,499 is 13,025; pot 1 gives 10,500.
        new SmallPots(100, 0).Of(grants).Should().BeEquivalentTo([0, 1, 2, 3]);
        new SmallPots(0, 0).Of(grants).Should().BeEmpty();
    }

    private static Grant Paid(int pot, int project, decimal amount) => new(pot, project, false, amount, null);
}
