using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.OpenApi;
using Reelwright.Contracts.Problems;

namespace Reelwright.Orchestrator.OpenApi;

/// <summary>Completes the operations of the document with the details of the catalogue.</summary>
internal static class CallDescriber
{
    /// <summary>Adds the answer types of a group's calls to the document.</summary>
    public static RouteGroupBuilder WithCatalogue(this RouteGroupBuilder routes)
    {
        ((IEndpointConventionBuilder)routes).Finally(endpoint =>
        {
            var name = endpoint.Metadata.OfType<IEndpointNameMetadata>().Last().EndpointName;
            foreach (var answer in CallCatalogue.All[name].Answers)
            {
                if (answer.Type is { } type)
                {
                    endpoint.Metadata.Add(new ProducesResponseTypeMetadata(answer.Status, type, [answer.MediaType]));
                }
            }
        });
        return routes;
    }

    public static async Task DescribeAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        var detail = CallCatalogue.All[operation.OperationId!];
        var document = context.Document!;
        operation.Description = detail.Description;
        operation.Tags = new HashSet<OpenApiTagReference> { new(detail.Tag, document) };
        operation.Parameters = [.. (operation.Parameters ?? []).Select(InPath), .. detail.Parameters.Select(Describe)];
        if (detail.Body is { } body)
        {
            document.AddComponent(body.Type.Name, await context.GetOrCreateSchemaAsync(body.Type, null, cancellationToken));
            operation.RequestBody = new OpenApiRequestBody
            {
                Required = body.Required,
                Content = new Dictionary<string, OpenApiMediaType>
                {
                    ["application/json"] = new() { Schema = new OpenApiSchemaReference(body.Type.Name, document), Example = JsonNode.Parse(body.Example) },
                },
            };
        }

        var found = operation.Responses ?? [];
        var responses = operation.Responses = [];
        foreach (var answer in detail.Answers)
        {
            responses[Text(answer.Status)] = Complete((OpenApiResponse)found.GetValueOrDefault(Text(answer.Status), new OpenApiResponse()), answer);
        }

        document.AddComponent(nameof(Problem), await context.GetOrCreateSchemaAsync(typeof(Problem), null, cancellationToken));
        foreach (var status in detail.Problems)
        {
            responses[Text(status)] = ProblemOf(status, document);
        }
    }

    private static OpenApiResponse Complete(OpenApiResponse response, AnswerDetail answer)
    {
        response.Description = answer.Description;
        if (answer.Headers.Count > 0)
        {
            response.Headers = answer.Headers.ToDictionary(header => header.Name, header => Header(header.Description));
        }

        if (answer.Example is { } example)
        {
            // The example of an event stream is text; all others are JSON.
            var isJson = answer.MediaType == AnswerDetail.Json;
            ((OpenApiMediaType)response.Content![answer.MediaType]).Example = isJson ? JsonNode.Parse(example) : JsonValue.Create(example);
        }

        return response;
    }

    /// <summary>All problems share one schema.</summary>
    private static OpenApiResponseReference ProblemOf(int status, OpenApiDocument document)
    {
        var name = $"{nameof(Problem)}{status}";
        document.AddComponent<IOpenApiResponse>(name, new OpenApiResponse
        {
            Description = ReasonPhrases.GetReasonPhrase(status),
            Headers = status is 429 or 503 ? new Dictionary<string, IOpenApiHeader> { ["Retry-After"] = Header("Seconds to wait.") } : null,
            Content = new Dictionary<string, OpenApiMediaType>
            {
                [Problem.MediaType] = new()
                {
                    Schema = new OpenApiSchemaReference(nameof(Problem), document),
                    Example = JsonNode.Parse(Examples.Problem(status)),
                },
            },
        });
        return new OpenApiResponseReference(name, document);
    }

    private static IOpenApiParameter InPath(IOpenApiParameter parameter)
    {
        if (parameter is OpenApiParameter { Name: "id" } id)
        {
            id.Description = "The job's id.";
            id.Schema = new OpenApiSchema { Type = JsonSchemaType.String, Format = "uuid" };
        }

        return parameter;
    }

    private static OpenApiParameter Describe(ParameterDetail parameter) => new()
    {
        Name = parameter.Name,
        Description = parameter.Description,
        In = parameter.InHeader ? ParameterLocation.Header : ParameterLocation.Query,
        Schema = new OpenApiSchema
        {
            Type = parameter.Bounds is null ? JsonSchemaType.String : JsonSchemaType.Integer,
            Enum = parameter.Words is { } words ? [.. words.Select(word => JsonValue.Create(word))] : null,
            Minimum = parameter.Bounds is { } min ? Text(min.Min) : null,
            Maximum = parameter.Bounds is { } max ? Text(max.Max) : null,
            Default = parameter.Bounds is { } bounds ? JsonValue.Create(bounds.Default) : null,
        },
    };

    private static IOpenApiHeader Header(string description) =>
        new OpenApiHeader { Description = description, Schema = new OpenApiSchema { Type = JsonSchemaType.String } };

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
