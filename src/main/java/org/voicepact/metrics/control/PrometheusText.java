package org.voicepact.metrics.control;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.eclipse.microprofile.metrics.Counter;
import org.eclipse.microprofile.metrics.Gauge;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.Metric;
import org.eclipse.microprofile.metrics.MetricID;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.MetricUnits;
import org.eclipse.microprofile.metrics.Timer;
import org.eclipse.microprofile.metrics.annotation.RegistryScope;

/**
 * All metrics of this server in the text format of Prometheus, version 0.0.4: ours, and those of Liberty and the Java
 * runtime, which have their unit at the end of their names. What has no value is left out; of timers there are count
 * and sum.
 */
@Singleton
public class PrometheusText {

  private static final double NANOS_PER_SECOND = 1e9;

  private final List<MetricRegistry> registries;

  @Inject
  public PrometheusText(
      MetricRegistry ours,
      @RegistryScope(scope = MetricRegistry.BASE_SCOPE) MetricRegistry base,
      @RegistryScope(scope = MetricRegistry.VENDOR_SCOPE) MetricRegistry vendor) {
    this.registries = List.of(ours, base, vendor);
  }

  /** Each line ends with a line feed. */
  public String write() {
    StringBuilder text = new StringBuilder();
    for (MetricRegistry registry : registries) {
      // By name and then by labels: all samples of one name must stand together.
      Map<String, Map<MetricID, Metric>> byName = new TreeMap<>();
      registry
          .getMetrics()
          .forEach((id, metric) ->
              byName.computeIfAbsent(id.getName(), name -> new TreeMap<>()).put(id, metric));
      byName.forEach((name, metrics) -> write(text, registry.getMetadata(name), metrics));
    }
    return text.toString();
  }

  private static void write(StringBuilder text, Metadata metadata, Map<MetricID, Metric> metrics) {
    Metric any = metrics.values().iterator().next();
    String name = name(metadata, any);
    if (metadata.getDescription() != null) {
      text.append("# HELP ").append(name).append(' ').append(help(metadata)).append('\n');
    }
    text.append("# TYPE ").append(name).append(' ').append(type(any)).append('\n');
    metrics.forEach((id, metric) -> samples(text, name, labels(id), metric));
  }

  private static void samples(StringBuilder text, String name, String labels, Metric metric) {
    if (metric instanceof Counter counter) {
      sample(text, name, labels, counter.getCount());
    } else if (metric instanceof Gauge<?> gauge) {
      sample(text, name, labels, gauge.getValue());
    } else if (metric instanceof Timer timer) {
      sample(text, name + "_count", labels, timer.getCount());
      sample(text, name + "_sum", labels, timer.getElapsedTime().toNanos() / NANOS_PER_SECOND);
    }
  }

  private static void sample(StringBuilder text, String name, String labels, Number value) {
    if (value != null && Double.isFinite(value.doubleValue())) {
      text.append(name).append(labels).append(' ').append(value).append('\n');
    }
  }

  private static String type(Metric metric) {
    if (metric instanceof Counter) {
      return "counter";
    } else if (metric instanceof Gauge) {
      return "gauge";
    }
    return metric instanceof Timer ? "summary" : "untyped";
  }

  private static String name(Metadata metadata, Metric metric) {
    String unit = metric instanceof Timer ? MetricUnits.SECONDS : metadata.getUnit();
    boolean hasUnit = unit != null && !unit.equals(MetricUnits.NONE);
    return (hasUnit ? metadata.getName() + "_" + unit : metadata.getName())
        .replaceAll("[^A-Za-z0-9_:]", "_");
  }

  private static String help(Metadata metadata) {
    return metadata.getDescription().replace("\\", "\\\\").replace("\n", "\\n");
  }

  private static String labels(MetricID id) {
    return id.getTags().isEmpty()
        ? ""
        : id.getTags().entrySet().stream()
            .map(tag -> tag.getKey() + "=\"" + escaped(tag.getValue()) + "\"")
            .collect(Collectors.joining(",", "{", "}"));
  }

  private static String escaped(String value) {
    return value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
  }
}
