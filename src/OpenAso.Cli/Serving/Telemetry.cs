using System.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenAso.Access;
using OpenTelemetry.Exporter;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace OpenAso.Cli.Serving;

/// <summary>Tells a collector how the server does: requests, statements of PostgreSQL, commits, the runtime,
/// defects. Nothing of people is told: an address is given by its pattern, never by what stands in it.</summary>
/// <remarks>Nothing leaves the machine unless a collector is named.</remarks>
internal static class Telemetry
{
    /// <summary>Names the collector, as every program of OpenTelemetry has it.</summary>
    public const string Variable = "OTEL_EXPORTER_OTLP_ENDPOINT";

    private const string Service = "openaso";
    private const string HiddenPath = "(no address of the server)";

    private static readonly string[] Meters =
    [
        Storage.StorageMeter.Name, "System.Runtime", "Npgsql", "Microsoft.AspNetCore.Hosting",
        "Microsoft.AspNetCore.Server.Kestrel",
    ];

    /// <summary>The collector that the environment names; null for none.</summary>
    /// <exception cref="CommandFailure">It is no address.</exception>
    public static Uri? Collector()
    {
        var text = Environment.GetEnvironmentVariable(Variable);
        if (string.IsNullOrEmpty(text))
            return null;
        return Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"
            ? address
            : throw new CommandFailure($"{Variable} is no address; write for example http://127.0.0.1:4318.");
    }

    /// <summary>Tells a collector, by OTLP over HTTP.</summary>
    /// <param name="services">Of the server.</param>
    /// <param name="collector">Null for nobody.</param>
    public static void AddTelemetry(this IServiceCollection services, Uri? collector)
    {
        if (collector is null)
            return;
        services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService(Service))
            .WithTracing(tracing => tracing
                .AddAspNetCoreInstrumentation(options =>
                {
                    options.EnrichWithHttpRequest = (activity, _) => Hide(activity, HiddenPath);
                    options.EnrichWithHttpResponse = (activity, response) => Hide(activity, Pattern(response));
                })
                .AddSource("Npgsql")
                .AddOtlpExporter(options => Export(options, collector, "v1/traces")))
            .WithMetrics(metrics => metrics
                .AddMeter(Meters)
                .AddOtlpExporter(options => Export(options, collector, "v1/metrics")))
            .WithLogging(
                logging => logging.AddOtlpExporter(options => Export(options, collector, "v1/logs")),
                options => options.IncludeScopes = false);
        services.AddLogging(logging => logging.AddFilter<OpenTelemetryLoggerProvider>(
            (category, level) => level >= LogLevel.Error && category == Defects.Category));
    }

    private static void Export(OtlpExporterOptions options, Uri collector, string path)
    {
        options.Protocol = OtlpExportProtocol.HttpProtobuf;
        options.Endpoint = new Uri(new Uri(collector.ToString().TrimEnd('/') + "/"), path);
    }

    private static string Pattern(HttpResponse response) =>
        (response.HttpContext.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? HiddenPath;

    private static void Hide(Activity activity, string path)
    {
        activity.SetTag("url.path", path);
        activity.SetTag("url.query", null);
    }
}
