using System.Collections.Concurrent;
using System.Reflection;
using Reelwright.Engine.Store;

namespace Reelwright.Simulation.Cluster;

/// <summary>
/// The store as one node sees it: each verb travels to the database and its answer back, and either may be lost. A proxy, so that every
/// verb that the engine ever gets passes this way.
/// </summary>
internal class NodeStore : DispatchProxy
{
    private static readonly ConcurrentDictionary<MethodInfo, Func<NodeStore, object?[], object?>> Verbs = new();
    private IJobStore store = null!;
    private StoreLink link = null!;

    public static IJobStore Create(IJobStore store, StoreLink link)
    {
        var proxy = Create<IJobStore, NodeStore>();
        var node = (NodeStore)(object)proxy;
        (node.store, node.link) = (store, link);
        return proxy;
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) => Verbs.GetOrAdd(targetMethod!, ToVerb)(this, args!);

    private static Func<NodeStore, object?[], object?> ToVerb(MethodInfo method)
    {
        var call = MethodInvoker.Create(method);
        if (method.ReturnType == typeof(Task))
        {
            return (node, args) => node.link.CallAsync<object?>(method.Name, args, async () =>
            {
                await (Task)call.Invoke(node.store, args.AsSpan())!;
                return null;
            });
        }

        var bind = typeof(NodeStore).GetMethod(nameof(Bind), BindingFlags.NonPublic | BindingFlags.Static)!;
        return bind.MakeGenericMethod(method.ReturnType.GetGenericArguments()).CreateDelegate<Func<string, MethodInvoker, Func<NodeStore, object?[], object?>>>()(method.Name, call);
    }

    private static Func<NodeStore, object?[], object?> Bind<T>(string name, MethodInvoker call) =>
        (node, args) => node.link.CallAsync(name, args, () => (Task<T>)call.Invoke(node.store, args.AsSpan())!);
}
