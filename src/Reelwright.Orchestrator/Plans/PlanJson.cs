using System.Text.Json;
using System.Text.Json.Serialization;

namespace Reelwright.Orchestrator.Plans;

/// <summary>Source-generated JSON for reading plans.</summary>
[JsonSerializable(typeof(Dictionary<string, JsonElement>))]
internal sealed partial class PlanJson : JsonSerializerContext;
