package org.voicepact.access.control;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.voicepact.access.entity.Origin;
import org.voicepact.platform.control.BooleanSetting;
import org.voicepact.platform.control.Configured;
import org.voicepact.platform.control.Environment;
import org.voicepact.platform.control.SettingFaults;
import org.voicepact.platform.control.SettingList;

/** Which pages of other origins may call, and what their browsers are told of it (the Fetch Standard, "CORS protocol"). */
@Singleton
public class CrossOriginPolicy implements Configured {

  private static final String ALL = "*";

  /** In seconds; browsers keep it for two hours at most. */
  private static final String PREFLIGHT_MAX_AGE = "7200";

  private static final String EXPOSED =
      "ETag, Location, Retry-After, X-Request-Id, RateLimit, RateLimit-Policy, WWW-Authenticate";

  private final boolean all;
  private final Set<Origin> origins;
  private final boolean credentials;
  private final NameList methods;
  private final NameList headers;

  /**
   * @param origins separated by commas, or {@code *}; none where it is not set
   * @throws IllegalStateException where one of them cannot be read, or would let every page act with its user's
   *     credentials or in production
   */
  @Inject
  public CrossOriginPolicy(
      @ConfigProperty(name = "CORS_ORIGINS") Optional<String> origins,
      @ConfigProperty(name = "CORS_CREDENTIALS") Optional<String> credentials,
      @ConfigProperty(name = "CORS_METHODS") Optional<String> methods,
      @ConfigProperty(name = "CORS_HEADERS") Optional<String> headers,
      Environment environment) {
    List<String> parts = SettingList.parts(origins.orElse(""));
    SettingFaults faults = new SettingFaults();
    this.all = parts.contains(ALL);
    this.origins = faults.read(() -> origins(parts));
    this.credentials = Boolean.TRUE.equals(
        faults.read(() -> BooleanSetting.read("CORS_CREDENTIALS", credentials)));
    this.methods = faults.read(() -> NameList.read("CORS_METHODS", methods).inUpperCase());
    this.headers = faults.read(() -> NameList.read("CORS_HEADERS", headers));
    faults.run(() -> checkAll(environment));
    faults.check();
  }

  private static Set<Origin> origins(List<String> parts) {
    return parts.stream()
        .filter(part -> !part.equals(ALL))
        .map(part -> Origin.parse(part)
            .orElseThrow(() -> new IllegalStateException("CORS_ORIGINS must be origins as"
                + " https://app.example.org, without a path and without / at the end,"
                + " separated by commas")))
        .collect(Collectors.toUnmodifiableSet());
  }

  private void checkAll(Environment environment) {
    if (all && credentials) {
      throw new IllegalStateException(
          "CORS_ORIGINS must not be * while CORS_CREDENTIALS is true: list the origins");
    }
    if (all && environment.isProduction()) {
      throw new IllegalStateException(
          "CORS_ORIGINS must not be * when ENVIRONMENT is production: list the origins");
    }
  }

  /** Whether pages of this origin, as the browser has named it, may call; {@code null} only where all may. */
  public boolean isListed(String origin) {
    return all || Origin.parse(origin).filter(origins::contains).isPresent();
  }

  /** Whether every page may call. */
  public boolean isOpenToAll() {
    return all;
  }

  /** Whether pages that others on the way can change may call. */
  public boolean hasUnprotectedOrigin() {
    return origins.stream().anyMatch(Origin::isUnprotected);
  }

  /** The fields of an answer to a page of this origin; none where it is not listed. */
  public Map<String, String> answer(String origin) {
    Map<String, String> fields = permission(origin);
    if (!fields.isEmpty()) {
      fields.put("Access-Control-Expose-Headers", EXPOSED);
    }
    return fields;
  }

  /**
   * The fields of the answer to the question that a browser asks first; none where the origin is not listed.
   *
   * @param method that the page wants to call with
   * @param names of the header fields that the page wants to send
   */
  public Map<String, String> preflightAnswer(String origin, String method, String names) {
    Map<String, String> fields = permission(origin);
    if (!fields.isEmpty()) {
      fields.put("Access-Control-Allow-Methods", methods.answer(method));
      fields.put("Access-Control-Allow-Headers", headers.answer(names));
      fields.put("Access-Control-Max-Age", PREFLIGHT_MAX_AGE);
      fields.values().removeIf(String::isEmpty);
    }
    return fields;
  }

  private Map<String, String> permission(String origin) {
    Map<String, String> fields = new LinkedHashMap<>();
    if (isListed(origin)) {
      fields.put("Access-Control-Allow-Origin", all ? ALL : origin);
      if (credentials) {
        fields.put("Access-Control-Allow-Credentials", "true");
      }
    }
    return fields;
  }
}
