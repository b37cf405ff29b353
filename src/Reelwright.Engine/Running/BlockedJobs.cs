using Reelwright.Engine.Jobs;

namespace Reelwright.Engine.Running;

/// <summary>
/// Where this node's jobs wait for a slot of a limited service, or for an equal call of another job, without asking the database all the time: what is
/// given free here calls the next one in, by priority and age; and as other nodes give things free as well, the first in each line tries every now and then.
/// </summary>
internal sealed class BlockedJobs
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, SortedDictionary<Place, Action>> lines = [];

    /// <summary>Until it is called or leaves, <paramref name="call"/> stands in the line for <paramref name="thing"/>.</summary>
    public void Enter(string thing, Job job, Action call)
    {
        lock (gate)
        {
            if (!lines.TryGetValue(thing, out var line))
            {
                lines.Add(thing, line = []);
            }

            line[Place.Of(job)] = call;
        }
    }

    public void Leave(Job job)
    {
        lock (gate)
        {
            foreach (var (thing, line) in lines)
            {
                if (line.Remove(Place.Of(job)) && line.Count == 0)
                {
                    lines.Remove(thing);
                }
            }
        }
    }

    /// <summary>Something was given free: calls in the first in the line.</summary>
    public void WakeNext(string thing) => Call(thing, 1);

    /// <summary>Whoever waits for this can go on.</summary>
    public void WakeAll(string thing) => Call(thing, int.MaxValue);

    /// <summary>Another node may have given something free.</summary>
    public void WakeFirstOfEach()
    {
        List<string> things;
        lock (gate)
        {
            things = [.. lines.Keys];
        }

        things.ForEach(WakeNext);
    }

    private void Call(string thing, int most)
    {
        List<Action> called = [];
        lock (gate)
        {
            if (!lines.TryGetValue(thing, out var line))
            {
                return;
            }

            foreach (var (place, call) in line.Take(most).ToList())
            {
                line.Remove(place);
                called.Add(call);
            }

            if (line.Count == 0)
            {
                lines.Remove(thing);
            }
        }

        called.ForEach(call => call());
    }

    private readonly record struct Place(int Priority, Guid Job) : IComparable<Place>
    {
        public static Place Of(Job job) => new(job.Priority, job.Id.Value);

        // Job ids grow with time: the smaller is the older.
        public int CompareTo(Place other) => other.Priority != Priority ? other.Priority.CompareTo(Priority) : Job.CompareTo(other.Job);
    }
}
