package org.voicepact.access.control;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.voicepact.access.entity.OperatorRole;
import org.voicepact.platform.control.Configured;
import org.voicepact.platform.control.Environment;
import org.voicepact.platform.control.SettingFaults;
import org.voicepact.platform.control.UrlSetting;
import org.voicepact.platform.entity.WireValue;

/** Where operators may sign in besides here: one OpenID provider, as Keycloak. */
@Singleton
public class OidcSettings implements Configured {

  private static final String ISSUER = "OIDC_ISSUER";
  private static final String ID = "OIDC_CLIENT_ID";
  private static final String SECRET = "OIDC_CLIENT_SECRET";
  private static final String ROLES = "OIDC_ROLES";

  /**
   * What the provider knows this installation by.
   *
   * @param issuer the {@code iss} of its tokens, by which everything else about it is found
   */
  public record Client(String issuer, String id, String secret) {

    /** Without the secret, so that none gets into a log by accident. */
    @Override
    public String toString() {
      return id + " at " + issuer;
    }
  }

  private final Optional<Client> client;
  private final List<String> roleClaim;
  private final Map<OperatorRole, List<String>> names = new EnumMap<>(OperatorRole.class);

  /**
   * @param roleClaim the claim with the roles, as {@code groups} or, inside another, {@code realm_access.roles}
   * @param roles which of the provider's names give which role, as {@code admin=it-staff,officer=field}; a role has its own
   *     name where it is not there
   * @throws IllegalStateException where the first three do not come together, or one of them is wrong
   */
  @Inject
  public OidcSettings(
      @ConfigProperty(name = ISSUER) Optional<String> issuer,
      @ConfigProperty(name = ID) Optional<String> id,
      @ConfigProperty(name = SECRET) Optional<String> secret,
      @ConfigProperty(name = "OIDC_ROLE_CLAIM") String roleClaim,
      @ConfigProperty(name = ROLES) Optional<String> roles,
      Environment environment) {
    SettingFaults faults = new SettingFaults();
    if (Stream.of(issuer, id, secret).map(Optional::isPresent).distinct().count() > 1) {
      throw new IllegalStateException(
          ISSUER + ", " + ID + " and " + SECRET + " must be set together");
    }
    this.client = issuer.map(name -> new Client(name, id.get(), secret.get()));
    this.roleClaim = List.of(roleClaim.split("\\."));
    issuer.ifPresent(name -> faults.run(() -> check(name, environment)));
    roles.ifPresent(entries -> faults.run(() -> read(entries)));
    faults.check();
    for (OperatorRole role : OperatorRole.values()) {
      names.putIfAbsent(role, List.of(role.wire()));
    }
  }

  private static void check(String issuer, Environment environment) {
    if (UrlSetting.parse(issuer, !environment.isProduction()).isEmpty()) {
      throw new IllegalStateException(
          ISSUER + " must be the https address of an OpenID provider (http outside production)");
    }
  }

  private void read(String roles) {
    for (String entry : roles.split(",")) {
      String[] parts = entry.strip().split("=", 2);
      OperatorRole role = WireValue.of(OperatorRole.class, parts[0].strip())
          .filter(known -> parts.length == 2 && !parts[1].isBlank())
          .orElseThrow(() -> new IllegalStateException(
              ROLES + " must be entries role=name separated by commas, with roles out of: "
                  + WireValue.allowed(OperatorRole.class)));
      names.computeIfAbsent(role, any -> new ArrayList<>()).add(parts[1].strip());
    }
  }

  /** Empty where operators sign in here alone. */
  public Optional<Client> client() {
    return client;
  }

  /** The highest role that the claims of a token give; empty where they give none. */
  Optional<OperatorRole> role(Map<String, Object> claims) {
    Object value = claims;
    for (String part : roleClaim) {
      value = value instanceof Map<?, ?> inner ? inner.get(part) : null;
    }
    List<?> given =
        value instanceof List<?> list ? list : Stream.ofNullable(value).toList();
    return Stream.of(OperatorRole.values())
        .filter(role -> names.get(role).stream().anyMatch(given::contains))
        .reduce((lower, higher) -> higher);
  }
}
