using Reelwright.Simulation.Plans;

namespace Reelwright.Simulation.World;

/// <summary>A request on its way to a service.</summary>
/// <param name="Key">Of a paid call or a look-up; of an operation, the key that it was begun under.</param>
/// <param name="OperationId">Of a poll or a cancel.</param>
internal sealed record WireRequest(Provider Provider, ExchangeKind Kind, Slot Slot, string Key, string OperationId)
{
    public string Describe()
    {
        var what = Kind switch
        {
            ExchangeKind.Post => $"the request for {Slot} (key {Key[..8]})",
            ExchangeKind.Poll => $"a poll of operation {OperationId} for {Slot}",
            ExchangeKind.Find => $"a look-up of key {Key[..8]} for {Slot}",
            _ => $"a cancel of operation {OperationId} for {Slot}",
        };
        return $"{what} leaves for {Provider.Host}";
    }
}
