#pragma warning disable
using Microsoft.AspNetCore.Builder;
namespace Reelwright.Orchestrator { public static class OrchestratorHost { public static WebApplication Create(IEnumerable<KeyValuePair<string, string?>>? s = null) => throw null!; } }
namespace Reelwright.PromptParser { public static class PromptParserHost { public static WebApplication Create(IEnumerable<KeyValuePair<string, string?>>? s = null) => throw null!; } }
namespace Reelwright.ImageGeneration { public static class ImageGenerationHost { public static WebApplication Create(IEnumerable<KeyValuePair<string, string?>>? s = null) => throw null!; } }
namespace Reelwright.VideoGeneration { public static class VideoGenerationHost { public static WebApplication Create(IEnumerable<KeyValuePair<string, string?>>? s = null) => throw null!; } }
namespace Reelwright.Composition { public static class CompositionHost { public static WebApplication Create(IEnumerable<KeyValuePair<string, string?>>? s = null) => throw null!; } }
namespace Reelwright.Contracts.Ads { public static class PromptHints { public static int? InferDuration(string p) => null; public static string? InferAspectRatio(string p) => null; } }
