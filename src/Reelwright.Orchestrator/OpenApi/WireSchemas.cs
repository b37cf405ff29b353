using System.Text.Json.Serialization;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Reelwright.Contracts.Ads;
using Reelwright.Contracts.Json;
using Reelwright.Contracts.Jobs;
using Reelwright.Contracts.Services;

namespace Reelwright.Orchestrator.OpenApi;

/// <summary>Completes schemas: types written by converters, rules of members, and no additional members in requests.</summary>
internal static class WireSchemas
{
    private static readonly HashSet<Type> Requests = [typeof(GenerateAdRequest), typeof(BrandGuidelines), typeof(AdOptions), typeof(RetryRequest), typeof(LimitChange)];

    public static void Complete(OpenApiSchema schema, OpenApiSchemaTransformerContext context)
    {
        if (context.JsonPropertyInfo is { } property)
        {
            Convert(schema, property.CustomConverter);
            if (SchemaRules.Of(property.DeclaringType, property.Name) is { } rule)
            {
                rule(schema);
            }
        }
        else if (Requests.Contains(context.JsonTypeInfo.Type))
        {
            schema.AdditionalPropertiesAllowed = false;
        }
    }

    private static void Convert(OpenApiSchema schema, JsonConverter? converter)
    {
        var type = converter switch
        {
            MoneyConverter or SecondsConverter => JsonSchemaType.Number,
            NullableMoneyConverter or NullableSecondsConverter => JsonSchemaType.Number | JsonSchemaType.Null,
            TimestampConverter => JsonSchemaType.String,
            NullableTimestampConverter => JsonSchemaType.String | JsonSchemaType.Null,
            _ => default(JsonSchemaType?),
        };
        if (type is { } written)
        {
            schema.Type = written;
            schema.Format = written.HasFlag(JsonSchemaType.String) ? "date-time" : null;
        }
    }
}
