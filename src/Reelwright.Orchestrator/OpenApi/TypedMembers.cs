using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Reelwright.Contracts.Ads;
using Reelwright.Contracts.Jobs;

namespace Reelwright.Orchestrator.OpenApi;

/// <summary>
/// Adds references to the types of members that the generator can't see: members that the contract declares as JSON, and objects inside a
/// request.
/// </summary>
internal static class TypedMembers
{
    private static readonly Type[] Types = [typeof(JobResult), typeof(JobVariant), typeof(JobError), typeof(BrandGuidelines), typeof(AdOptions)];

    public static async Task ReferAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        foreach (var type in Types)
        {
            document.AddComponent(type.Name, await context.GetOrCreateSchemaAsync(type, null, cancellationToken));
        }

        var job = PropertiesOf(document, nameof(JobView));
        job["result"] = OrNull(document, nameof(JobResult));
        job["error"] = OrNull(document, nameof(JobError));
        job["request"] = new OpenApiSchemaReference(nameof(GenerateAdRequest), document);

        PropertiesOf(document, nameof(JobResult))["variants"] =
            new OpenApiSchema { Type = JsonSchemaType.Array, Items = new OpenApiSchemaReference(nameof(JobVariant), document) };

        var request = PropertiesOf(document, nameof(GenerateAdRequest));
        request["brand_guidelines"] = OrNull(document, nameof(BrandGuidelines));
        request["options"] = OrNull(document, nameof(AdOptions));

        PropertiesOf(document, nameof(JobAssets))["plan"] =
            new OpenApiSchema { Type = JsonSchemaType.Object | JsonSchemaType.Null, Description = "The parser's answer, as it came." };
        document.Components!.Schemas!.Remove(nameof(System.Text.Json.JsonElement));
    }

    private static IDictionary<string, IOpenApiSchema> PropertiesOf(OpenApiDocument document, string type) =>
        document.Components?.Schemas?[type].Properties ?? throw new InvalidOperationException($"The document has no members of {type}.");

    private static OpenApiSchema OrNull(OpenApiDocument document, string type) =>
        new() { OneOf = [new OpenApiSchema { Type = JsonSchemaType.Null }, new OpenApiSchemaReference(type, document)] };
}
