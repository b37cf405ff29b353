using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;
using Reelwright.Contracts.Json;
using Reelwright.Hosting.Configuration;

namespace Reelwright.Orchestrator.OpenApi;

/// <summary><c>/openapi/v1.json</c>: generated from the routes on the first request.</summary>
internal static class ApiDocument
{
    private const string Name = "v1";

    public static IServiceCollection AddApiDocument(this IServiceCollection services)
    {
        // Only the document uses these; answers are written by WireJson.
        services.ConfigureHttpJsonOptions(json =>
        {
            json.SerializerOptions.PropertyNamingPolicy = WireJson.Wire.Options.PropertyNamingPolicy;
            json.SerializerOptions.NumberHandling = JsonNumberHandling.Strict;
            json.SerializerOptions.TypeInfoResolverChain.Insert(0, WireJson.Wire);
        });
        return services.AddOpenApi(Name, options =>
        {
            options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
            options.AddSchemaTransformer((schema, context, _) =>
            {
                WireSchemas.Complete(schema, context);
                return Task.CompletedTask;
            });
            options.AddOperationTransformer(CallDescriber.DescribeAsync);
            options.AddDocumentTransformer(async (document, context, cancellationToken) =>
            {
                Introduce(document);
                await TypedMembers.ReferAsync(document, context, cancellationToken);
            });
        });
    }

    public static IEndpointRouteBuilder MapApiDocument(this IEndpointRouteBuilder routes)
    {
        routes.MapOpenApi("/openapi/{documentName}.json");
        return routes;
    }

    private static void Introduce(OpenApiDocument document)
    {
        document.Info = new OpenApiInfo
        {
            Title = "Reelwright",
            Version = HostIdentity.Version,
            Description = "From a prompt to a finished video ad: create a job, follow it, fetch the film. "
                + "Amounts are US dollars with 2 to 6 decimals, times are UTC in whole seconds, errors are RFC 9457 problems with a code.",
            License = new OpenApiLicense { Name = "MIT", Identifier = "MIT" },
        };

        // Relative, because the reader of the document has already reached the server under a working address.
        document.Servers = [new OpenApiServer { Url = "/" }];
        document.Tags = CallCatalogue.Tags.Select(tag => new OpenApiTag { Name = tag.Name, Description = tag.Description }).ToHashSet();
    }
}
