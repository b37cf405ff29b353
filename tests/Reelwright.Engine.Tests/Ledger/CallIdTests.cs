using Reelwright.Engine.Jobs;
using Reelwright.Engine.Ledger;

namespace Reelwright.Engine.Tests.Ledger;

public sealed class CallIdTests
{
    private static readonly CallId Call = new(new JobId(new Guid("0199aabb-ccdd-7eef-8011-223344556677")), "video_generation", 3, 2);

    [Fact]
    public void The_key_is_the_version_5_uuid_that_any_other_implementation_computes()
    {
        // Python: uuid.uuid5(uuid.UUID("6f0f6a52-5d0c-4f7e-9a86-2f1d3b7c9e10"),
        // "0199aabb-ccdd-7eef-8011-223344556677|video_generation|3|2")
        Call.ToIdempotencyKey().ShouldBe("a89b6664-8f14-5627-a585-aaaf244e1216");
    }

    [Fact]
    public void The_key_carries_version_and_variant_of_the_standard()
    {
        for (var index = 0; index < 64; index++)
        {
            var key = new Guid((Call with { Index = index }).ToIdempotencyKey());

            key.Version.ShouldBe(5);
            (key.Variant >> 2).ShouldBe(0b10);
        }
    }

    [Fact]
    public void The_same_call_has_the_same_key_at_any_time()
    {
        var same = new CallId(new JobId(Call.Job.Value), string.Concat("video", "_generation"), 3, 2);

        same.ToIdempotencyKey().ShouldBe(Call.ToIdempotencyKey());
    }

    [Fact]
    public void Each_part_of_the_identity_makes_another_key()
    {
        CallId[] calls =
        [
            Call,
            Call with { Job = new JobId(new Guid("0199aabb-ccdd-7eef-8011-223344556678")) },
            Call with { Stage = "composition" },
            Call with { Index = 32, Generation = 2 },
            Call with { Index = 3, Generation = 22 },
            Call with { Index = 2, Generation = 3 },
        ];

        calls.Select(call => call.ToIdempotencyKey()).Distinct().Count().ShouldBe(calls.Length);
    }

    [Fact]
    public void A_stage_with_a_long_name_in_any_script_has_a_key_as_well()
    {
        var longer = Call with { Stage = new string('ü', 400) };
        var longest = Call with { Stage = new string('ü', 401) };

        longer.ToIdempotencyKey().ShouldNotBe(longest.ToIdempotencyKey());
    }
}
