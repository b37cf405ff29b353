using Reelwright.Engine.Jobs;

namespace Reelwright.Engine.Running;

/// <summary>
/// The queues of this node's jobs that wait for a slot of a limited service, or for an equal call of another job, so that they need not
/// poll the database. What this node frees wakes the next job, by priority and age. Other nodes free things as well, so the first of each
/// queue tries again from time to time.
/// </summary>
internal sealed class BlockedJobs
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, SortedDictionary<Place, Action>> lines = [];

    /// <summary>Queues <paramref name="call"/> for <paramref name="thing"/>, until it is woken or leaves.</summary>
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

    /// <summary>One <paramref name="thing"/> is free: wakes the first job of its queue.</summary>
    public void WakeNext(string thing) => Call(thing, 1);

    /// <summary>Wakes all jobs of the queue.</summary>
    public void WakeAll(string thing) => Call(thing, int.MaxValue);

    /// <summary>Another node may have freed something.</summary>
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
